package org.quanzu.desk.work;

/** What an operator reported cannot be; nothing was recorded. */
public final class InvalidReport extends RuntimeException {
    private static final long serialVersionUID = 1;

    public InvalidReport(String problem, String advice) {
        super(problem + "\nMaybe " + advice);
    }

    /** Throws unless {@code text} can be kept as it is. */
    static void unlessText(String what, String text, int longest) {
        if (text.length() > longest || text.indexOf('\0') >= 0) {
            throw new InvalidReport(
                    what + " has " + text.length() + " characters, or one that is none; up to " + longest
                            + " are allowed",
                    "shorten it, or paste it as plain text");
        }
    }
}
