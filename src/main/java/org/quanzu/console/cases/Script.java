package org.quanzu.console.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A script in Markdown as blocks of plain runs of text: headings, paragraphs, lists and bold words are all it may have. */
public record Script(List<Block> blocks) {
    private static final Pattern NUMBER = Pattern.compile("^\\d+[.)]\\s+");
    private static final Pattern STRONG = Pattern.compile("\\*\\*");

    static Script of(String markdown) {
        List<Block> blocks = new ArrayList<>();
        var kind = Kind.GAP;
        for (var line : markdown.lines().map(String::strip).toList()) {
            var before = kind;
            kind = kind(line);
            if (kind == Kind.GAP) {
                continue;
            }
            if (kind != before || kind == Kind.TITLE || kind == Kind.HEADING) {
                blocks.add(new Block(kind, new ArrayList<>()));
            }
            blocks.get(blocks.size() - 1).lines().add(runs(text(line, kind)));
        }
        return new Script(List.copyOf(blocks));
    }

    private static Kind kind(String line) {
        if (line.isEmpty()) {
            return Kind.GAP;
        }
        if (line.startsWith("#")) {
            return line.startsWith("##") ? Kind.HEADING : Kind.TITLE;
        }
        if (line.startsWith("- ") || line.startsWith("* ")) {
            return Kind.LIST;
        }
        return NUMBER.matcher(line).find() ? Kind.STEPS : Kind.PARAGRAPH;
    }

    private static String text(String line, Kind kind) {
        return switch (kind) {
            case TITLE, HEADING -> line.replaceFirst("^#+\\s*", "");
            case LIST -> line.substring(2);
            case STEPS -> NUMBER.matcher(line).replaceFirst("");
            case PARAGRAPH, GAP -> line;
        };
    }

    private static List<Run> runs(String text) {
        List<Run> runs = new ArrayList<>();
        var strong = false;
        for (var part : STRONG.split(text, -1)) {
            if (!part.isEmpty()) {
                runs.add(new Run(part, strong));
            }
            strong = !strong;
        }
        return runs;
    }

    /** Lines of one kind that belong together. */
    public record Block(Kind kind, List<List<Run>> lines) {}

    /** Some words, bold or not. */
    public record Run(String text, boolean strong) {}

    /** What a block is. */
    public enum Kind {
        GAP,
        TITLE,
        HEADING,
        PARAGRAPH,
        LIST,
        STEPS
    }
}
