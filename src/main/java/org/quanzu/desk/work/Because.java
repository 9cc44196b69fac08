package org.quanzu.desk.work;

/** Who does something that wants a reason, and why. */
public record Because(String by, String reason) {
    private static final int LONGEST = 1_000;

    public Because {
        reason = reason.strip();
        InvalidReport.unlessText("The reason", reason, LONGEST);
        if (reason.isEmpty()) {
            throw new InvalidReport("The reason is empty", "write it in a few words");
        }
    }
}
