package org.quanzu.platform.settings;

/** A setting whose value cannot be: wrong usage, found before anything is started. */
public final class WrongSetting extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WrongSetting(String sentence, String maybe) {
        super(sentence + "\nMaybe " + maybe, null, false, false);
    }

    /** Whether a start failed because of one. */
    public static boolean isCauseOf(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof WrongSetting) {
                return true;
            }
        }
        return false;
    }
}
