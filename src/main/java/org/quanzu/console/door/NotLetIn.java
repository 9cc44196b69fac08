package org.quanzu.console.door;

/** Somebody tried to sign in by another provider and was not let in; {@code why} is a code. */
public record NotLetIn(String who, String why) {
    public static final String NOBODY = "unknown";
}
