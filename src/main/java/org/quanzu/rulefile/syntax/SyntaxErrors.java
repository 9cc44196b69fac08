package org.quanzu.rulefile.syntax;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;
import org.jspecify.annotations.Nullable;
import org.quanzu.rulefile.grammar.RuleFileLexer;

/** Says in words what the parser did not expect. */
final class SyntaxErrors extends BaseErrorListener {
    private static final int MOST = 5;
    private static final int MOST_EXPECTED = 4;
    private static final Set<Integer> TIME_WORDS =
            Set.of(RuleFileLexer.AFTER, RuleFileLexer.BEFORE, RuleFileLexer.DURING);

    private final @Nullable Problems problems;
    private final Set<Integer> lines = new HashSet<>();
    private int firstToken = Integer.MAX_VALUE;

    /** Reports to {@code problems}; with null it only counts. */
    SyntaxErrors(@Nullable Problems problems) {
        this.problems = problems;
    }

    /** Index of the first token that was not expected. */
    int firstToken() {
        return firstToken;
    }

    @Override
    public void syntaxError(
            Recognizer<?, ?> recognizer,
            @Nullable Object symbol,
            int line,
            int column,
            String message,
            @Nullable RecognitionException e) {
        Token token = (Token) symbol;
        Parser parser = (Parser) recognizer;
        if (token == null) {
            return;
        }
        firstToken = Math.min(firstToken, token.getTokenIndex());
        if (problems != null && lines.size() < MOST && lines.add(line)) {
            IntervalSet expected = e == null ? parser.getExpectedTokens() : expected(e, parser);
            problems.error(line, column + 1, found(token) + wanted(expected, parser), advice(token, expected, parser));
        }
    }

    private static IntervalSet expected(RecognitionException e, Parser parser) {
        IntervalSet expected = e.getExpectedTokens();
        return expected == null ? parser.getExpectedTokens() : expected;
    }

    private static String found(Token token) {
        return token.getType() == Token.EOF
                ? "the file ends too early"
                : "did not expect \"" + token.getText() + "\" here";
    }

    private static String wanted(IntervalSet expected, Parser parser) {
        if (expected.size() == 0 || expected.size() > MOST_EXPECTED) {
            return "";
        }
        List<String> words = new ArrayList<>();
        for (int type : expected.toList()) {
            words.add(display(type, parser));
        }
        return "; expected " + String.join(" or ", words);
    }

    private static String display(int type, Parser parser) {
        return switch (type) {
            case RuleFileLexer.STRING -> "a text in quotation marks";
            case RuleFileLexer.NAME -> "a name";
            case RuleFileLexer.VAR -> "a variable like $payment";
            case RuleFileLexer.DURATION -> "a duration like 2h";
            case RuleFileLexer.NUMBER -> "a number";
            case Token.EOF -> "the end of the file";
            default -> parser.getVocabulary().getDisplayName(type).replace('\'', '"');
        };
    }

    private static String advice(Token token, IntervalSet expected, Parser parser) {
        int type = token.getType();
        int before = parser.getInputStream().LT(-1) == null
                ? Token.INVALID_TYPE
                : parser.getInputStream().LT(-1).getType();
        if (expected.contains(RuleFileLexer.PACKAGE)) {
            return "begin the file with package and the name of its folder";
        }
        if (expected.contains(RuleFileLexer.RULE)) {
            return "one rule follows: rule \"name in plain words\"";
        }
        if (before == RuleFileLexer.RULE) {
            return "put the name of the rule in quotation marks";
        }
        if (before == RuleFileLexer.WHEN && type == RuleFileLexer.THEN) {
            return "write at least one condition, like $payment : Transaction( outgoing )";
        }
        if (expected.contains(RuleFileLexer.WHEN)) {
            return "metadata is written @name(value), and when begins the conditions";
        }
        return inConditions(type, expected);
    }

    private static String inConditions(int type, IntervalSet expected) {
        if (type == Token.EOF) {
            return "a bracket is not closed, or then and end are missing";
        }
        if (type == RuleFileLexer.RULE) {
            return "move the second rule to a file of its own";
        }
        if (TIME_WORDS.contains(type)) {
            return "time words begin with this: this after[0m, 2h] $call";
        }
        if (expected.contains(RuleFileLexer.DURATION)) {
            return "a duration has a unit: 30s, 5m, 2h, 3d or 1h30m";
        }
        if (type == RuleFileLexer.SEMI || type == RuleFileLexer.COMMA) {
            return "remove the " + (type == RuleFileLexer.SEMI ? "semicolon" : "comma");
        }
        if (type == RuleFileLexer.THEN || type == RuleFileLexer.END) {
            return expected.contains(RuleFileLexer.RPAREN)
                    ? "a closing bracket ) is missing before it"
                    : "something is missing before it; the conditions end with then and end";
        }
        if (type == RuleFileLexer.STRING || type == RuleFileLexer.NUMBER) {
            return "a comparison like == or >= is missing before it";
        }
        return "a comma, an operator or a bracket is missing just before it";
    }
}
