package org.quanzu.rulefile;

/** Rule files that cannot even be read; the message says which, why, and what to try. */
public final class UnreadableRuleFiles extends RuntimeException {
    public UnreadableRuleFiles(String message) {
        super(message);
    }

    public UnreadableRuleFiles(String message, Throwable cause) {
        super(message, cause);
    }
}
