package org.quanzu.desk;

/** There is no case with this id. */
public final class UnknownCase extends RuntimeException {
    private static final long serialVersionUID = 1;

    public UnknownCase(String caseId) {
        super("There is no case " + caseId + "\nMaybe look the person up by id");
    }
}
