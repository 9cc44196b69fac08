package org.quanzu.console;

/** Nothing is at the address that was asked for. */
public final class NoSuchPage extends RuntimeException {
    private static final long serialVersionUID = 1;

    public NoSuchPage(String what) {
        super("There is no " + what + "\nMaybe the address was shortened", null, false, false);
    }
}
