package org.quanzu.outreach;

/** An account was stopped as often as the law lets it be. */
public final class StopLimitReached extends RuntimeException {

    StopLimitReached(String caseId) {
        super("The payee's account of case " + caseId
                + " has used both its stop-payments\nMaybe ask for a freeze; it needs a document that allows it");
    }
}
