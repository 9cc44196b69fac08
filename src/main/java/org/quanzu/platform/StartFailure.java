package org.quanzu.platform;

import org.jspecify.annotations.Nullable;

/** Why the process cannot start or work, in one sentence, and on a last line starting "Maybe" what to try. */
public final class StartFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StartFailure(String sentence, String maybe) {
        this(sentence, maybe, null);
    }

    public StartFailure(String sentence, String maybe, @Nullable Throwable cause) {
        super(sentence + "\nMaybe " + maybe, cause);
    }
}
