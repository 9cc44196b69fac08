package org.quanzu.scoring;

import java.util.List;
import org.quanzu.event.Event;
import org.quanzu.event.MessageEvent;
import org.quanzu.event.Theme;
import org.quanzu.event.TransactionEvent;
import org.quanzu.fact.Transaction;
import org.quanzu.profile.Update;

/** What was odd about an event that was scored all the same; stands in the answer's {@code notes} by its code. */
public enum Note {
    /** The event was ahead of the receiving clock and was scored as of the receiving time. */
    CLOCK_AHEAD("clockAhead"),
    /** There is no exchange rate for the currency: the amount is unknown to rules and in no sum. */
    CURRENCY_WITHOUT_RATE("currencyWithoutRate"),
    /** The same payment is known under another id, and counts once. */
    PROBABLE_DOUBLE("probableDouble"),
    /** A theme of the message is none that rules know. */
    UNKNOWN_THEME("unknownTheme");

    private final String code;

    Note(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /** The codes of what is odd about an event, in order of the alphabet. */
    static List<String> codes(Event event, Update update) {
        if (event instanceof TransactionEvent) {
            return update.fact() instanceof Transaction payment ? ofPayment(event, payment) : List.of();
        }
        boolean unknown = event instanceof MessageEvent message
                && !message.themes().stream().allMatch(Theme::isKnown);
        return unknown ? List.of(UNKNOWN_THEME.code) : List.of();
    }

    private static List<String> ofPayment(Event event, Transaction payment) {
        boolean repeated = !payment.key().equals(event.key());
        if (payment.getAmount() != null) {
            return repeated ? List.of(PROBABLE_DOUBLE.code) : List.of();
        }
        return repeated
                ? List.of(CURRENCY_WITHOUT_RATE.code, PROBABLE_DOUBLE.code)
                : List.of(CURRENCY_WITHOUT_RATE.code);
    }
}
