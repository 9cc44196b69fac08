package org.quanzu.console;

/** Somebody took a file with figures away; {@code what} is its name. */
public record Exported(String who, String what) {}
