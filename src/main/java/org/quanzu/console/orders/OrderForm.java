package org.quanzu.console.orders;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.quanzu.console.cases.Unsaved;

/**
 * What an operator enters to order something, as typed, so that nothing is lost when it cannot be ordered; {@code order} is
 * the id the page gave it, the same for every time it is sent.
 */
public record OrderForm(
        @Nullable String order,
        @Nullable String payment,
        @Nullable String payeeName,
        @Nullable String payeeBank,
        @Nullable String payeeAccount,
        @Nullable String amount,
        @Nullable String purpose,
        @Nullable String hours,
        @Nullable String basis,
        @Nullable String until,
        @Nullable String report,
        @Nullable String unit,
        @Nullable String minutes,
        @Nullable String task,
        @Nullable String template,
        @Nullable String spoken,
        @Nullable String by) {
    private static final int LONGEST = 1_000;

    static OrderForm empty() {
        return new OrderForm(
                null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    UUID id() {
        try {
            return UUID.fromString(given(order, "order.form-old"));
        } catch (IllegalArgumentException e) {
            throw Unsaved.invalid("order.form-old");
        }
    }

    /** What was typed, without space around it; throws {@link Unsaved} with the message {@code otherwise} when empty. */
    static String given(@Nullable String typed, String otherwise) {
        String text = typed == null ? "" : typed.strip();
        if (text.isEmpty()) {
            throw Unsaved.invalid(otherwise);
        }
        if (text.length() > LONGEST || text.chars().anyMatch(c -> c == 0)) {
            throw Unsaved.invalid("order.too-long");
        }
        return text;
    }

    /** A whole number from 1 to {@code most}. */
    static int number(@Nullable String typed, int most, String otherwise) {
        String text = given(typed, otherwise);
        int number = text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : 0;
        if (number < 1 || number > most) {
            throw Unsaved.invalid(otherwise);
        }
        return number;
    }
}
