package org.quanzu.rulefile.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quanzu.practice.Messages;
import org.quanzu.practice.Messages.Message;
import org.quanzu.rulefile.syntax.Problems;

/** Reads {@code messages.csv}; whoever watches the person's screen reads the texts too, so they must not help them. */
public final class MessagesFile {
    private static final List<String> COLUMNS = List.of("template", "text_en", "text_zh");
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");
    private static final Pattern HOLE = Pattern.compile("\\{[^{}]*}|[{}]");
    private static final int LONGEST = 300;
    private static final List<Ban> BANS = List.of(
            new Ban(
                    "(?i)https?:|www\\.|://|@|[\\p{Alnum}]\\.\\p{Alpha}{2,}",
                    "a link",
                    "leave it out, scammers copy messages with links; write a space after a full stop"),
            new Ban(
                    "[\\p{Nd}①-⓿㈠-㋿]+|[〇零一二三四五六七八九]{3,}"
                            + "|(?i)(?:\\b(?:zero|one|two|three|four|five|six|seven|eight|nine)\\b\\W*){3,}",
                    "a number",
                    "leave it out: no amount, no time, no number to call; scammers put theirs in its place"),
            new Ban(
                    "(?i)\\b(?:hold|holds|held|frozen|freez\\w*|block(?:ed|ing|s)?|stopped|suspen\\w*|suspicious|suspect\\w*"
                            + "|warnings?|alerts?|level|rules?|your (?:payment|transfer|call|account)s?)\\b"
                            + "|冻结|止付|拦截|暂缓|延迟到账|可疑|预警|风险|涉嫌|等级"
                            + "|您的(?:转账|付款|通话|账户|账号|来电)",
                    "a word about what was found or held",
                    "say what anybody may know; the scammer reads it too"));

    private final Problems problems;
    private final String[] lines;
    private final Set<String> seen = new HashSet<>();

    private MessagesFile(String text, Problems problems) {
        this.problems = problems;
        this.lines = text.split("\r\n|\r|\n", -1);
    }

    /** What no text may have, and why. */
    private record Ban(Pattern pattern, String what, String advice) {
        Ban(String pattern, String what, String advice) {
            this(Pattern.compile(pattern), what, advice);
        }
    }

    /** The rows that can be read. */
    public static Messages read(String text, Problems problems) {
        MessagesFile file = new MessagesFile(text, problems);
        List<Message> messages = new ArrayList<>();
        for (Row row : Table.read(text, COLUMNS, problems)) {
            file.template(row);
            messages.add(new Message(row.text("template"), file.text(row, "text_en"), file.text(row, "text_zh")));
        }
        if (!file.seen.contains(Messages.GENERAL)) {
            problems.error(1, 1, "the template general is missing", "add it; it is sent where no other template fits");
        }
        return new Messages(messages);
    }

    private void template(Row row) {
        String name = row.required("template");
        if (!name.isEmpty() && !NAME.matcher(name).matches()) {
            row.error("template is \"" + name + "\"", "write small letters, digits and _, like call_missed");
        } else if (!name.isEmpty() && !seen.add(name)) {
            row.error("the template " + name + " stands twice", "remove one of the rows");
        }
    }

    private String text(Row row, String column) {
        String text = row.text(column);
        if (text.isEmpty()) {
            row.error(column + " is empty", "write the text in both languages; a person reads one of them");
            return text;
        }
        for (Ban ban : BANS) {
            Matcher found = ban.pattern().matcher(text);
            if (found.find()) {
                String message =
                        column + " has " + ban.what() + ", \"" + found.group().strip() + "\"";
                problems.error(row.line(), column(row, text, found.start()), message, ban.advice());
            }
        }
        holes(row, column);
        if (text.length() > LONGEST) {
            row.error(column + " has " + text.length() + " characters", "shorten it to " + LONGEST);
        }
        return text;
    }

    private void holes(Row row, String column) {
        String text = row.text(column);
        Matcher hole = HOLE.matcher(text);
        boolean named = false;
        while (hole.find()) {
            named |= hole.group().equals(Messages.CENTRE);
            if (!hole.group().equals(Messages.CENTRE)) {
                String message = column + " has \"" + hole.group() + "\"";
                String advice = "write {centre}, the only thing that is filled in";
                problems.error(row.line(), column(row, text, hole.start()), message, advice);
            }
        }
        if (!named) {
            row.error(column + " does not say who it is from", "begin it with {centre}");
        }
    }

    /** The column in the line of the file; the first where the text cannot be found as it stands, as after a quotation mark. */
    private int column(Row row, String text, int offset) {
        int start = row.line() <= lines.length ? lines[row.line() - 1].indexOf(text) : -1;
        return start < 0 ? 1 : start + offset + 1;
    }
}
