package org.quanzu.console.orders;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.quanzu.outreach.Order;
import org.quanzu.outreach.Payee;

/** Orders in words. */
final class Shown {
    private Shown() {}

    static String words(Order order) {
        return of(order).stream().map(Objects::toString).collect(Collectors.joining(" "));
    }

    private static List<?> of(Order order) {
        List<Object> words = new ArrayList<>(List.of(order.kind(), order.caseId(), order.personId()));
        if (order instanceof Order.StopPayment stop) {
            words.addAll(List.of(payee(stop.payee()), stop.amount(), stop.paidAt()));
        } else if (order instanceof Order.Freeze freeze) {
            words.addAll(List.of(payee(freeze.payee()), freeze.basis(), freeze.until()));
        } else if (order instanceof Order.ThreePartyCall call) {
            words.add(call.report());
        } else if (order instanceof Order.Visit visit) {
            words.addAll(List.of(visit.unit(), visit.within(), visit.task()));
        } else if (order instanceof Order.Message message) {
            words.addAll(List.of(message.level(), message.channel(), message.template(), "" + message.language()));
        } else if (order instanceof Order.ProtectiveTransfer transfer) {
            words.addAll(List.of(payee(transfer.payee()), transfer.amount(), transfer.purpose(), transfer.until()));
        }
        return words;
    }

    private static String payee(Payee payee) {
        return payee.name() + " " + payee.bank() + " " + payee.account();
    }
}
