package org.quanzu.canonical;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The one form of a text for people: NFKC, without control, invisible and direction signs; line breaks and runs of blanks are one blank. */
public final class TextForm {
    private static final Pattern BLANKS = Pattern.compile(" {2,}");

    private TextForm() {}

    public static @Nullable String of(@Nullable String text) {
        return text == null
                ? null
                : BLANKS.matcher(Characters.visible(text)).replaceAll(" ").strip();
    }
}
