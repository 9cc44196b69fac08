package org.quanzu.desk.work;

/** What an operator reported cannot be; nothing was recorded. */
public final class InvalidReport extends RuntimeException {
    private static final long serialVersionUID = 1;

    public InvalidReport(String problem, String advice) {
        super(problem + "\nMaybe " + advice);
    }
}
