package org.quanzu.outreach;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.quanzu.outreach.Addressees.Addressee;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes an order as it is posted; the text is stored, so that every try posts the same bytes. */
final class OrderJson {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int STOP_HOURS = 48;
    private static final String TEXTS = "texts";
    private static final String TO = "to";
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
            if (stop.currency() != null) {
                body.put("currency", stop.currency());
            }
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
            body.put("template", message.template());
            describe(message, body);
        } else if (order instanceof Order.ProtectiveTransfer transfer) {
            body.put("payee", payee(transfer.payee()));
            body.put("amount", amount(transfer.amount()));
            body.put("purpose", transfer.purpose());
            body.put("until", transfer.until().toString());
        }
    }

    private void describe(Order.Message message, Map<String, Object> body) {
        var both = Map.of(
                "en", texts.text(message.template()).en(),
                "zh", texts.text(message.template()).zh());
        if (message.language() == null) {
            body.put(TEXTS, new TreeMap<>(both));
        } else {
            body.put("language", message.language());
            body.put("text", both.get(message.language()));
        }
    }

    /** Whether a message knows whom it goes to. */
    static boolean isAddressed(String body) {
        return JSON.readTree(body).has(TO);
    }

    /** A message with its addressee, and of its texts the one in the addressee's language. */
    static String addressed(String body, Addressee to) {
        var message = (ObjectNode) JSON.readTree(body);
        if (message.remove(TEXTS) instanceof ObjectNode texts) {
            message.put("language", to.language());
            message.put("text", texts.path(to.language()).asString());
        }
        var address = message.putObject(TO).put("who", to.who().name());
        if (to.phone() != null) {
            address.put("phone", to.phone());
        }
        return JSON.writeValueAsString(message);
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
        return amount.setScale(Math.max(2, amount.stripTrailingZeros().scale())).toPlainString();
    }
}
