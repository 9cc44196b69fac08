package org.quanzu.desk.work;

/** Who does something that wants a reason, and why. */
public record Because(String by, String reason) {
    private static final int LONGEST = 1_000;

    public Because {
        reason = reason.strip();
        if (reason.isEmpty() || reason.length() > LONGEST) {
            throw new InvalidReport(
                    "The reason has " + reason.length() + " characters", "write 1 to " + LONGEST + " characters");
        }
    }
}
