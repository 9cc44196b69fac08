package org.quanzu.platform.access;

/** No API key could be read yet, so nobody knows who may call. */
public final class CallersUnknown extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CallersUnknown() {
        super("No API key could be read yet\nMaybe the database is out of reach", null, false, false);
    }
}
