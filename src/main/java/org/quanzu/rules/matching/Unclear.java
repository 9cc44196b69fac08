package org.quanzu.rules.matching;

/** Tells that only the engine knows whether a condition holds. */
public final class Unclear extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unclear(String what) {
        super(what, null, false, false);
    }
}
