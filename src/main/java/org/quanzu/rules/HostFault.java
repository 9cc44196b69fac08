package org.quanzu.rules;

/** Rules cannot work on this host, whatever is in them. */
public final class HostFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public HostFault(String message) {
        super(message);
    }
}
