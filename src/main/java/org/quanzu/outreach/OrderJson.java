package org.quanzu.outreach;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** Writes an order as it is posted; the text is stored, so that every try posts the same bytes. */
final class OrderJson {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int STOP_HOURS = 48;
    private final MessageTexts texts;

    OrderJson(MessageTexts texts) {
        this.texts = texts;
    }

    String write(UUID id, Order order, Instant at) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("orderId", id.toString());
        body.put("kind", order.kind().name());
        body.put("caseId", order.caseId());
        body.put("personId", order.personId());
        body.put("requestedAt", at.toString());
        describe(order, body);
        return JSON.writeValueAsString(body);
    }

    private void describe(Order order, Map<String, Object> body) {
        if (order instanceof Order.StopPayment stop) {
            body.put("payee", payee(stop.payee()));
            body.put("amount", amount(stop.amount()));
            body.put("paidAt", stop.paidAt().toString());
            body.put("hours", STOP_HOURS);
        } else if (order instanceof Order.Freeze freeze) {
            body.put("payee", payee(freeze.payee()));
            body.put("basis", freeze.basis());
            body.put("until", freeze.until().toString());
        } else if (order instanceof Order.ThreePartyCall call) {
            body.put("report", call.report());
        } else if (order instanceof Order.Visit visit) {
            body.put("unit", visit.unit());
            body.put("before", at(body).plus(visit.within()).toString());
            body.put("task", visit.task());
        } else if (order instanceof Order.Message message) {
            body.put("channel", message.channel());
            body.put("language", message.language());
            body.put("text", texts.text(message.template(), message.language()));
        } else if (order instanceof Order.ProtectiveTransfer transfer) {
            body.put("payee", payee(transfer.payee()));
            body.put("amount", amount(transfer.amount()));
            body.put("purpose", transfer.purpose());
            body.put("until", transfer.until().toString());
        }
    }

    private static Instant at(Map<String, Object> body) {
        return Instant.parse(String.valueOf(body.get("requestedAt")));
    }

    private static Map<String, String> payee(Payee payee) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("name", payee.name());
        fields.put("bank", payee.bank());
        fields.put("account", payee.account());
        return fields;
    }

    private static String amount(BigDecimal amount) {
        return amount.setScale(2).toPlainString();
    }
}
