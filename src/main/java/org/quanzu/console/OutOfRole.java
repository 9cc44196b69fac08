package org.quanzu.console;

/** Somebody signed in asked for what the role does not allow; {@code what} is method and path. */
public record OutOfRole(String who, String what) {}
