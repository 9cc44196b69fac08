package org.quanzu;

/** Entry point of the one jar. */
public final class Quanzu {
    private Quanzu() {}

    public static void main(String[] args) {}
}
