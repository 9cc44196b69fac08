package org.quanzu.console.orders;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.quanzu.console.Operator;
import org.quanzu.console.cases.CasePage;
import org.quanzu.console.cases.CaseReader;
import org.quanzu.console.cases.CaseView;
import org.quanzu.console.orders.OrderSheet.Put;

/** What the pages of orders need; every deed throws {@code Unsaved} when nothing was recorded. */
public interface OrderView {

    OrderSheet of(CasePage page, CaseReader reader);

    /** Puts what the form asks for, once however often the form is sent. */
    void put(CaseView.Hold hold, Deed deed, OrderForm form);

    /** Decides on an order of a case that is held. */
    void decide(CaseView.Hold hold, Verdict verdict);

    /** Decides on any order. */
    void decide(Operator supervisor, Verdict verdict);

    /** The latest orders that the filter lets through, for one of {@code states}. */
    List<Put> in(List<String> states, OrderFilter filter, int limit);

    /** What a person decides about an order, as typed. */
    record Verdict(UUID order, String decision, String reason) {}

    /** What can be ordered from the page of a case. */
    enum Deed {
        STOP_PAYMENT,
        FREEZE,
        THREE_PARTY_CALL,
        VISIT,
        MESSAGE,
        PROTECTIVE_TRANSFER,
        /** A visit and a message together, for a line that stays busy. */
        BOTH;

        /** As in an address. */
        public String path() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Optional<Deed> of(String path) {
            return List.of(values()).stream()
                    .filter(deed -> deed.path().equals(path))
                    .findFirst();
        }
    }
}
