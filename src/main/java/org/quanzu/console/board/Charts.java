package org.quanzu.console.board;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.quanzu.console.HomeMoney;
import org.quanzu.console.Language;
import org.quanzu.console.Rulebook;
import org.quanzu.console.Times;
import org.quanzu.console.board.Chart.Series;
import org.quanzu.console.cases.Codes;
import org.quanzu.desk.board.Figures;
import org.quanzu.desk.board.Figures.Averted;
import org.quanzu.desk.board.Figures.Tries;
import org.quanzu.scoring.Level;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The drawings of the board, in the reader's language. */
@Component
class Charts {
    private final Rulebook rulebook;
    private final Paced paced;
    private final Change change;
    private final MessageSource messages;
    private final Times times;
    private final HomeMoney money;

    Charts(Rulebook rulebook, Paced paced, Change change, MessageSource messages, Times times, HomeMoney money) {
        this.rulebook = rulebook;
        this.paced = paced;
        this.change = change;
        this.messages = messages;
        this.times = times;
        this.money = money;
    }

    List<Chart> of(BoardPage page, Language language) {
        Figures today = page.today();
        Figures before = page.before();
        return List.of(
                opened(page, language),
                paced.of(today, before, language),
                codes(
                        "tries",
                        "contact.",
                        Codes.CONTACTS,
                        today.tries().byContact(),
                        before.tries().byContact(),
                        language),
                codes("findings", "finding.", Codes.FINDINGS, today.findings(), before.findings(), language),
                reached(today.tries(), before.tries(), language),
                averted(today.averted(), before.averted(), language));
    }

    private String word(String key, Language language) {
        return Objects.requireNonNull(messages.getMessage(key, null, language.locale()));
    }

    /** New cases by hour of the day so far, stacked by level. */
    private Chart opened(BoardPage page, Language language) {
        Map<String, Integer> cases = new HashMap<>();
        page.today()
                .opened()
                .forEach(opened -> cases.merge(opened.level() + hour(opened.at()), opened.cases(), Integer::sum));
        List<ZonedDateTime> hours = hours(page.at());
        List<Series> series = new ArrayList<>();
        for (Level level : rulebook.levels()) {
            List<Number> numbers = hours.stream()
                    .<Number>map(hour -> cases.getOrDefault(level.code() + hour, 0))
                    .toList();
            series.add(new Series(
                    language.of(level.name()),
                    level.code(),
                    new ArrayList<>(numbers),
                    numbers.stream().map(Object::toString).toList()));
        }
        List<String> names = hours.stream()
                .map(hour -> String.format(Locale.ROOT, "%02d:00", hour.getHour()))
                .toList();
        return new Chart(
                "opened",
                word("board.chart.opened", language),
                "STACKED",
                word("board.hour", language),
                names,
                series,
                null);
    }

    private ZonedDateTime hour(Instant at) {
        return at.atZone(times.zone()).truncatedTo(ChronoUnit.HOURS);
    }

    private List<ZonedDateTime> hours(Instant now) {
        List<ZonedDateTime> hours = new ArrayList<>();
        ZonedDateTime last = hour(now);
        ZonedDateTime hour = last.toLocalDate().atStartOfDay(times.zone());
        while (!hour.isAfter(last)) {
            hours.add(hour);
            hour = hour.plusHours(1);
        }
        return hours;
    }

    /** How often each code was recorded; codes of neither day are left out. */
    private Chart codes(
            String id,
            String prefix,
            List<String> order,
            Map<String, Integer> now,
            Map<String, Integer> before,
            Language language) {
        List<Pair> pairs = order.stream()
                .filter(code -> now.containsKey(code) || before.containsKey(code))
                .map(code -> new Pair(
                        word(prefix + code, language), now.getOrDefault(code, 0), before.getOrDefault(code, 0)))
                .toList();
        return pairs(id, pairs, language);
    }

    private Chart reached(Tries now, Tries before, Language language) {
        return pairs(
                "reached",
                List.of(
                        new Pair(word("board.tries", language), now.count(), before.count()),
                        new Pair(word("board.people-tried", language), now.peopleTried(), before.peopleTried()),
                        new Pair(word("board.contacts", language), now.reaching(), before.reaching()),
                        new Pair(word("board.people-reached", language), now.peopleReached(), before.peopleReached())),
                language);
    }

    private record Pair(String name, int now, int before) {}

    private Chart pairs(String id, List<Pair> pairs, Language language) {
        List<String> changes = pairs.stream()
                .map(pair -> change.of(pair.now(), pair.before(), language.locale()))
                .toList();
        return compared(
                id,
                word("board.chart." + id, language),
                pairs.stream().map(Pair::name).toList(),
                pairs.stream().<Number>map(Pair::now).toList(),
                pairs.stream().<Number>map(Pair::before).toList(),
                changes,
                language);
    }

    /** The three kinds side by side; there is no place where they could be added. */
    private Chart averted(Averted now, Averted before, Language language) {
        Locale locale = language.locale();
        String title = Objects.requireNonNull(
                messages.getMessage("board.chart.averted", new Object[] {money.unit(locale)}, locale));
        return compared(
                "averted",
                title,
                List.of(
                        word("outcome.stopped", language),
                        word("outcome.attempted", language),
                        word("outcome.balance", language)),
                List.of(now.stopped(), now.attempted(), now.balance()),
                List.of(before.stopped(), before.attempted(), before.balance()),
                List.of(
                        change.ofMoney(now.stopped(), before.stopped(), locale),
                        change.ofMoney(now.attempted(), before.attempted(), locale),
                        change.ofMoney(now.balance(), before.balance(), locale)),
                language);
    }

    private Chart compared(
            String id,
            String title,
            List<String> names,
            List<Number> now,
            List<Number> before,
            List<String> changes,
            Language language) {
        return new Chart(
                id,
                title,
                "BARS",
                word("board.what", language),
                names,
                List.of(
                        new Series(word("board.today", language), null, new ArrayList<>(now), changes),
                        new Series(word("board.yesterday", language), null, new ArrayList<>(before), List.of())),
                null);
    }
}
