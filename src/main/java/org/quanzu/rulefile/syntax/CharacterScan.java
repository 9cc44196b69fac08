package org.quanzu.rulefile.syntax;

import java.util.Locale;

/** Finds characters that cannot be seen or that stand for others: they can make a rule read differently than it is. */
final class CharacterScan {
    private static final int MOST = 20;

    private final Problems problems;
    private int line = 1;
    private int column = 1;
    private int found;

    private CharacterScan(Problems problems) {
        this.problems = problems;
    }

    static void scan(String text, Problems problems) {
        new CharacterScan(problems).scan(text);
    }

    private void scan(String text) {
        int before = ' ';
        for (int i = 0; i < text.length() && found < MOST; i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            if (before == '\\' && (c == 'u' || c == 'U')) {
                report("\\u escape", "write the character itself", column - 1);
            } else if (isInvisible(c)) {
                report("invisible character " + name(c), "delete it and type the words around it again", column);
            }
            before = c;
            column = c == '\n' ? 1 : column + 1;
            line += c == '\n' ? 1 : 0;
        }
    }

    private void report(String what, String advice, int at) {
        found++;
        problems.error(line, at, what + " is not allowed", advice);
    }

    /** Controls, formats (bidirectional marks, zero-width characters), lone surrogates, private use, odd separators. */
    private static boolean isInvisible(int c) {
        if (c == '\n' || c == '\r' || c == '\t') {
            return false;
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> isBlank(c);
        };
    }

    private static boolean isBlank(int c) {
        return Character.getType(c) == Character.SPACE_SEPARATOR && c != ' ' && c != '\u3000'
                || c == '\u115f'
                || c == '\u1160'
                || c == '\u3164'
                || c == '\uffa0';
    }

    private static String name(int c) {
        return String.format(Locale.ROOT, "U+%04X", c);
    }
}
