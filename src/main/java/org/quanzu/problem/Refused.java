package org.quanzu.problem;

/** A request that is turned down; the message becomes the detail of the problem. */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ProblemKind kind;

    public Refused(ProblemKind kind, String message) {
        super(message, null, false, false);
        this.kind = kind;
    }

    public ProblemKind kind() {
        return kind;
    }
}
