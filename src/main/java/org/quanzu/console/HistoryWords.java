package org.quanzu.console;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quanzu.desk.HistoryLine;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What happened to a case, with words for the codes the history keeps; what is no code stays as somebody wrote it. */
@Component
public class HistoryWords {
    private final MessageSource messages;
    private final Rulebook rulebook;
    private final Times times;

    HistoryWords(MessageSource messages, Rulebook rulebook, Times times) {
        this.messages = messages;
        this.rulebook = rulebook;
        this.times = times;
    }

    /** The detail of a line; null when it has none. */
    public @Nullable String detail(HistoryLine line, Language language) {
        String detail = line.detail();
        if (detail == null || detail.isEmpty()) {
            return null;
        }
        return switch (line.what()) {
            case "OPENED", "REOPENED", "REATTEMPT", "RISEN" -> rulebook.level(detail, language);
            case "RETURNED" ->
                detail.equals("REATTEMPT")
                        ? say("history.REATTEMPT", language).orElse(detail)
                        : rulebook.level(detail, language);
            case "ATTEMPTED" -> pair("channel.", "contact.", detail, language);
            case "CONCLUDED", "CLOSED" -> pair("contact.", "finding.", detail, language);
            case "PUT_OFF" -> until(detail, language);
            case "LEVEL_LOWERED" -> lowered(detail, language);
            case "ESCALATED" -> escalated(detail, language);
            case "OFFERED" -> offered(detail, language);
            case "ORDERED" -> say("order.kind." + detail, language).orElse(detail);
            case "ORDER_DECIDED" -> decided(detail, language);
            default -> detail;
        };
    }

    private String pair(String first, String second, String detail, Language language) {
        String[] codes = detail.split(" ", 2);
        return codes.length < 2
                ? detail
                : say(first + codes[0], language).orElse(codes[0]) + " · "
                        + say(second + codes[1], language).orElse(codes[1]);
    }

    private String until(String detail, Language language) {
        try {
            String at = times.at(Instant.parse(detail), language.locale());
            return say("history.until", language, at).orElse(detail);
        } catch (DateTimeException e) {
            return detail;
        }
    }

    /** Two levels and a reason. */
    private String lowered(String detail, Language language) {
        String[] parts = detail.split(": ", 2);
        String[] levels = parts[0].split(" ", 2);
        return levels.length < 2
                ? detail
                : way(rulebook.level(levels[0], language), rulebook.level(levels[1], language)) + reason(parts);
    }

    private static String way(String from, String to) {
        return from + " → " + to;
    }

    private static String reason(String... parts) {
        return parts.length < 2 ? "" : " · " + parts[1];
    }

    /** From where to where, why, and which units were passed by. */
    private String escalated(String detail, Language language) {
        List<String> words = List.of(detail.split(" "));
        if (words.size() < 2) {
            return detail;
        }
        String way = way(rulebook.unit(words.get(0), language), rulebook.unit(words.get(1), language));
        if (words.size() == 2) {
            return way;
        }
        String why = say("escalated." + words.get(2), language).orElse(words.get(2));
        String past = words.stream()
                .skip(3)
                .map(unit -> rulebook.unit(unit, language))
                .collect(Collectors.joining(say("escalated.and", language).orElse(", ")));
        String passed = past.isEmpty()
                ? ""
                : " · " + say("escalated.past", language, past).orElse(past);
        return way + " · " + why + passed;
    }

    /** A kind of order, what was decided about it, and a reason. */
    private String decided(String detail, Language language) {
        String[] parts = detail.split(": ", 2);
        return pair("order.kind.", "order.decision.", parts[0], language) + reason(parts);
    }

    private String offered(String detail, Language language) {
        String[] parts = detail.split(": ", 2);
        return rulebook.unit(parts[0], language) + reason(parts);
    }

    private Optional<String> say(String key, Language language, Object... values) {
        return Optional.ofNullable(messages.getMessage(key, values, null, language.locale()));
    }
}
