package org.quanzu.simulation.story;

/** A story file that cannot be read: which one, where, and why. */
public final class InvalidStory extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidStory(String file, int line, String message) {
        super(file + ":" + line + ": " + message);
    }
}
