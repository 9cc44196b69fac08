package org.quanzu.rulefile.syntax;

import java.util.List;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ErrorNode;
import org.jspecify.annotations.Nullable;
import org.quanzu.rulefile.grammar.RuleFileLexer;
import org.quanzu.rulefile.grammar.RuleFileParser;
import org.quanzu.rulefile.grammar.RuleFileParser.FileContext;
import org.quanzu.rulefile.grammar.RuleFileParser.HeaderContext;
import org.quanzu.rulefile.grammar.RuleFileParser.MetadataContext;
import org.quanzu.rulefile.syntax.RuleSyntax.Metadata;
import org.quanzu.rulefile.syntax.RuleSyntax.Part;

/** Parses one rule file. It never throws: what it cannot read becomes a problem. */
public final class RuleParser {
    private static final int LONGEST = 32_000;

    private final Problems problems;

    private RuleParser(Problems problems) {
        this.problems = problems;
    }

    /** The syntax tree, without conditions where they have errors, or null when not even the header can be read. */
    public static @Nullable RuleSyntax parse(String text, Problems problems) {
        return new RuleParser(problems).parse(text);
    }

    private @Nullable RuleSyntax parse(String text) {
        if (text.length() > LONGEST) {
            problems.error(Span.START, "the file has more than " + LONGEST + " characters", "split the rule in two");
            return null;
        }
        CharacterScan.scan(text, problems);
        RuleFileLexer lexer = new RuleFileLexer(CharStreams.fromString(text));
        lexer.removeErrorListeners();
        CommonTokenStream tokens = new CommonTokenStream(lexer);
        tokens.fill();
        if (!TokenScan.scan(tokens.getTokens(), problems)) {
            return null;
        }
        SyntaxErrors errors = new SyntaxErrors(problems.hasErrors() ? null : problems);
        RuleFileParser parser = new RuleFileParser(tokens);
        parser.removeErrorListeners();
        parser.addErrorListener(errors);
        return build(parser.file(), errors);
    }

    private @Nullable RuleSyntax build(FileContext file, SyntaxErrors errors) {
        HeaderContext header = file.header();
        Token last = header.getStop();
        if (last == null || !isWhole(header) || errors.firstToken() <= last.getTokenIndex()) {
            return null;
        }
        Span name = Span.of(header.STRING().getSymbol());
        return new RuleSyntax(
                word(header.NAME().getSymbol()),
                new Part(name, Texts.read(name, problems)),
                header.metadata().stream().map(this::metadata).toList(),
                errors.firstToken() == Integer.MAX_VALUE ? conditions(file) : null);
    }

    /** Whether nothing is missing from this part of the tree and nothing was left out to make it fit. */
    private static boolean isWhole(ParserRuleContext part) {
        return part.exception == null
                && part.children != null
                && part.children.stream()
                        .allMatch(child -> !(child instanceof ErrorNode)
                                && (!(child instanceof ParserRuleContext inner) || isWhole(inner)));
    }

    private @Nullable List<Condition> conditions(FileContext file) {
        List<Condition> conditions = new ConditionBuilder(problems).conditions(file.conditions());
        return problems.hasErrors() ? null : conditions;
    }

    private Metadata metadata(MetadataContext context) {
        Span value = Span.of(context.metadataValue());
        boolean quoted = context.metadataValue().STRING() != null;
        String text = quoted ? Texts.read(value, problems) : value.text();
        return new Metadata(Span.of(context), context.NAME().getText(), new Part(value, text), quoted);
    }

    private static Part word(Token token) {
        return new Part(Span.of(token), token.getText());
    }
}
