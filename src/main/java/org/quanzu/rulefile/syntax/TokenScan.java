package org.quanzu.rulefile.syntax;

import java.text.Normalizer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.Token;
import org.quanzu.rulefile.grammar.RuleFileLexer;

/** Looks through the words of a rule file for what is known and forbidden, to say so better than a parser could. */
final class TokenScan {
    private static final int DEEPEST = 40;
    private static final int MOST_TOKENS = 3_000;
    private static final int MOST_SIGNS = 100;
    private static final Set<Integer> SIGNS = Set.of(
            RuleFileLexer.PLUS,
            RuleFileLexer.MINUS,
            RuleFileLexer.TIMES,
            RuleFileLexer.OVER,
            RuleFileLexer.MODULO,
            RuleFileLexer.BANG,
            RuleFileLexer.OR_ELSE,
            RuleFileLexer.AND_ALSO);
    private static final Set<String> FUNCTIONS = Set.of("count", "sum", "min", "max", "average");
    private static final Set<Integer> TIME_WORDS =
            Set.of(RuleFileLexer.AFTER, RuleFileLexer.BEFORE, RuleFileLexer.DURING);

    private final List<? extends Token> tokens;
    private final Problems problems;
    private final Deque<Boolean> insidePattern = new ArrayDeque<>();
    private int at;
    private int signs;
    private boolean tooMuch;

    private TokenScan(List<? extends Token> tokens, Problems problems) {
        this.tokens = tokens;
        this.problems = problems;
    }

    /** Whether brackets, signs and words are so moderate in number that the file can be parsed and compiled. */
    static boolean scan(List<? extends Token> tokens, Problems problems) {
        TokenScan scan = new TokenScan(tokens, problems);
        scan.scan();
        return !scan.tooMuch;
    }

    private void scan() {
        while (type(0) != Token.EOF && !tooMuch) {
            if (type(0) == RuleFileLexer.AT) {
                skipMetadata();
            } else if (type(0) == RuleFileLexer.THEN) {
                at++;
                scanConsequence();
            } else {
                bracket();
                count();
                at += look();
            }
        }
    }

    private void skipMetadata() {
        at++;
        while (type(0) != Token.EOF && type(0) != RuleFileLexer.RPAREN && type(0) != RuleFileLexer.WHEN) {
            if (isBroken(type(0))) {
                look();
            }
            at++;
        }
    }

    private void scanConsequence() {
        if (type(0) != RuleFileLexer.END && type(0) != Token.EOF) {
            report(0, quoted(0) + " stands between then and end", "remove it: a rule file contains no code");
        }
        while (type(0) != RuleFileLexer.END && type(0) != Token.EOF) {
            at++;
        }
        if (type(0) == RuleFileLexer.END && type(1) != Token.EOF) {
            at++;
            boolean second = type(0) == RuleFileLexer.RULE;
            report(
                    0,
                    second ? "a second rule begins in this file" : quoted(0) + " stands after the end of the rule",
                    second ? "move it to a file of its own" : "remove it: a file holds exactly one rule");
        }
        at = tokens.size() - 1;
    }

    private void bracket() {
        if (type(0) == RuleFileLexer.LPAREN) {
            boolean inside = Boolean.TRUE.equals(insidePattern.peek());
            insidePattern.push(inside || type(-1) == RuleFileLexer.NAME);
        } else if (type(0) == RuleFileLexer.RPAREN && !insidePattern.isEmpty()) {
            insidePattern.pop();
        }
        if (insidePattern.size() > DEEPEST) {
            tooMuch = true;
            report(0, "brackets are nested more than " + DEEPEST + " deep", "split the condition into several");
        }
    }

    private void count() {
        if (SIGNS.contains(type(0)) && ++signs > MOST_SIGNS) {
            tooMuch = true;
            report(0, "a rule has at most " + MOST_SIGNS + " signs like + or &&", "split it into several rules");
        } else if (at > MOST_TOKENS) {
            tooMuch = true;
            report(0, "a rule has at most " + MOST_TOKENS + " words and signs", "split it into several rules");
        }
    }

    /** Reports what is wrong with the token here, if anything; returns how many tokens that covered. */
    private int look() {
        return switch (type(0)) {
            case RuleFileLexer.NAME -> name();
            case RuleFileLexer.VAR -> variable();
            case RuleFileLexer.FROM -> from();
            case RuleFileLexer.LBRACKET -> index();
            case RuleFileLexer.OPEN_STRING -> report(0, "a text is not closed", "a quotation mark \" is missing");
            case RuleFileLexer.OPEN_COMMENT -> openComment();
            case RuleFileLexer.OTHER -> other();
            case RuleFileLexer.BANG ->
                type(1) == RuleFileLexer.DOT
                        ? report(0, "\"!.\" is not known", "write a dot only: what is unknown satisfies nothing anyway")
                        : 1;
            default -> 1;
        };
    }

    private int openComment() {
        report(0, "a comment is not closed", "write */ where it ends");
        return tokens.size() - 1 - at;
    }

    private int name() {
        for (int parts = 3; parts >= 1; parts--) {
            String word = hyphenated(parts);
            String advice = ForbiddenWords.advice(word);
            if (advice != null && !word.isEmpty()) {
                report(0, "\"" + word + "\" is not allowed", advice);
                return 2 * parts - 1;
            }
        }
        boolean called = type(1) == RuleFileLexer.LPAREN && Boolean.TRUE.equals(insidePattern.peek());
        if (called && (type(-1) == RuleFileLexer.DOT || !FUNCTIONS.contains(text(0)))) {
            String call = "\"" + text(0) + "( )\" calls a method";
            return report(0, call + ", which is not allowed", "use a word from WORDS.md without brackets");
        }
        return 1;
    }

    private String hyphenated(int parts) {
        StringBuilder word = new StringBuilder(text(0));
        for (int i = 1; i < parts; i++) {
            if (type(2 * i - 1) != RuleFileLexer.MINUS || type(2 * i) != RuleFileLexer.NAME) {
                return "";
            }
            word.append('-').append(text(2 * i));
        }
        return word.toString();
    }

    private int variable() {
        return text(0).contains("_")
                ? report(0, quoted(0) + " has an underscore", "write it like $firstPayment; names with _ are ours")
                : 1;
    }

    private int from() {
        return type(1) == RuleFileLexer.ACCUMULATE || type(1) == RuleFileLexer.COLLECT
                ? 1
                : report(0, "\"from " + text(1) + "\" is not allowed", "use from accumulate( … ) or from collect( … )");
    }

    private int index() {
        return TIME_WORDS.contains(type(-1))
                ? 1
                : report(
                        0, "\"[\" is not allowed here", "use contains or in; [ ] only follow after, before and during");
    }

    private int other() {
        String sign = text(0);
        String advice = switch (sign) {
            case "=" -> "write == to compare, or : to bind";
            case "&" -> "write &&";
            case "|" -> "write ||";
            case "#" -> "remove it: a cast is not allowed, and comments begin with //";
            case "{", "}" -> "remove it: a rule file contains no code";
            case "$" -> "a variable is a $ and a name, like $payment";
            case "“", "”", "‘", "’" -> "use straight quotation marks \"";
            default -> halfWidth(sign);
        };
        return report(0, quoted(0) + " is not known here", advice);
    }

    private static String halfWidth(String sign) {
        String plain = Normalizer.normalize(sign, Normalizer.Form.NFKC);
        return !plain.equals(sign) && plain.length() == 1 && plain.charAt(0) < 127
                ? "type the half-width " + plain + " instead"
                : "remove it, or put it in quotation marks when it belongs to a text";
    }

    private static boolean isBroken(int type) {
        return type == RuleFileLexer.OTHER || type == RuleFileLexer.OPEN_STRING || type == RuleFileLexer.OPEN_COMMENT;
    }

    private int report(int ahead, String message, String advice) {
        problems.error(Span.of(tokens.get(at + ahead)), message, advice);
        return 1;
    }

    private int type(int ahead) {
        int index = at + ahead;
        if (index < 0) {
            return Token.INVALID_TYPE;
        }
        return tokens.get(Math.min(index, tokens.size() - 1)).getType();
    }

    private String text(int ahead) {
        return tokens.get(Math.min(at + ahead, tokens.size() - 1)).getText();
    }

    private String quoted(int ahead) {
        return "\"" + text(ahead) + "\"";
    }
}
