package org.quanzu.console.steering;

import org.jspecify.annotations.Nullable;

/** What was typed into one of the forms, so that nothing is lost when it cannot be saved; {@code choice} is what was chosen. */
public record Typed(
        String deed, @Nullable String choice, @Nullable String reason) {
    static final Typed NOTHING = new Typed("", null, null);

    public boolean isOf(String form) {
        return deed.equals(form);
    }

    /** The reason as typed into a form; empty in the others. */
    public String reasonOf(String form) {
        return isOf(form) && reason != null ? reason : "";
    }

    public boolean hasChosen(String form, String option) {
        return isOf(form) && option.equals(choice);
    }
}
