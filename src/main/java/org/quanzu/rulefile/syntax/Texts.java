package org.quanzu.rulefile.syntax;

/** Reads texts in quotation marks: a backslash only stands before a backslash or a quotation mark. */
final class Texts {
    private Texts() {}

    static String read(Span span, Problems problems) {
        String quoted = span.text();
        StringBuilder text = new StringBuilder();
        for (int i = 1; i < quoted.length() - 1; i++) {
            char c = quoted.charAt(i);
            if (c == '\\') {
                i++;
                c = quoted.charAt(i);
                if (c != '\\' && c != '"' && c != '\'') {
                    int column = span.column() + quoted.codePointCount(0, i - 1);
                    problems.error(span.line(), column, "\\" + c + " is not known in a text", "write \\\\" + c);
                }
            }
            text.append(c);
        }
        return text.toString();
    }
}
