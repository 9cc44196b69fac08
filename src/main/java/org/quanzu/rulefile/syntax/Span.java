package org.quanzu.rulefile.syntax;

import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.Interval;

/** Where something stands in a rule file (line and column count from 1) and how it is written there. */
public record Span(int line, int column, String text) {
    public static final Span START = new Span(1, 1, "");

    static Span of(ParserRuleContext context) {
        Token start = context.getStart();
        Token stop = context.getStop() == null ? start : context.getStop();
        if (stop.getStopIndex() < start.getStartIndex()) {
            return of(start);
        }
        String text = start.getInputStream().getText(Interval.of(start.getStartIndex(), stop.getStopIndex()));
        return new Span(start.getLine(), start.getCharPositionInLine() + 1, text);
    }

    static Span of(Token token) {
        return new Span(token.getLine(), token.getCharPositionInLine() + 1, token.getText());
    }

    /** The place {@code offset} characters further right. */
    public Span right(int offset) {
        return new Span(line, column + offset, text);
    }
}
