package org.quanzu.console.board;

import java.time.Instant;
import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.quanzu.console.Language;
import org.quanzu.console.Rulebook;
import org.quanzu.console.Times;
import org.quanzu.console.board.Chart.Marks;
import org.quanzu.console.board.Chart.Series;
import org.quanzu.desk.board.Figures;
import org.quanzu.desk.board.Response;
import org.quanzu.desk.board.Response.Pace;
import org.quanzu.scoring.Level;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** How soon people were tried and reached at each level, against the deadline. */
@Component
class Paced {
    private static final double MINUTE = 60;
    private static final Pace NONE = new Pace(0, null, null, 0, 0);

    private final Rulebook rulebook;
    private final Deadlines deadlines;
    private final MessageSource messages;
    private final Times times;

    Paced(Rulebook rulebook, Deadlines deadlines, MessageSource messages, Times times) {
        this.rulebook = rulebook;
        this.deadlines = deadlines;
        this.messages = messages;
        this.times = times;
    }

    /** One row of the table: what happened at a level, today and the day before. */
    private record Row(String name, Pace now, Pace before, IntSummaryStatistics deadline) {}

    Chart of(Figures today, Figures before, Language language) {
        List<Row> rows = new ArrayList<>();
        for (Level level : rulebook.levels()) {
            IntSummaryStatistics deadline = deadlines.of(level.code());
            if (deadline.getCount() > 0) {
                rows.add(row(level, "tried", Response::tried, new Days(today, before), deadline, language));
                rows.add(row(level, "reached", Response::reached, new Days(today, before), deadline, language));
            }
        }
        Function<Pace, @Nullable Integer> median = Pace::median;
        Function<Pace, @Nullable Integer> ninetieth = Pace::ninetieth;
        return new Chart(
                "pace",
                word("board.chart.pace", language),
                "PACE",
                word("board.what", language),
                rows.stream().map(Row::name).toList(),
                List.of(
                        series("board.median", rows, median, language),
                        series("board.ninetieth", rows, ninetieth, language),
                        words("board.within", rows, row -> within(row, language), language),
                        words("board.deadline", rows, row -> deadline(row, language), language)),
                new Marks(
                        word("board.deadline", language),
                        word("board.minutes", language),
                        new ArrayList<>(rows.stream()
                                .<Number>map(row -> row.deadline().getMin())
                                .toList())));
    }

    private record Days(Figures today, Figures before) {}

    private Row row(
            Level level,
            String what,
            Function<Response, Pace> pace,
            Days days,
            IntSummaryStatistics deadline,
            Language language) {
        return new Row(
                language.of(level.name()) + " · " + word("board." + what, language),
                pace(days.today(), level, pace),
                pace(days.before(), level, pace),
                deadline);
    }

    private static Pace pace(Figures figures, Level level, Function<Response, Pace> pace) {
        return figures.responses().stream()
                .filter(response -> response.level().equals(level.code()))
                .findFirst()
                .map(pace)
                .orElse(NONE);
    }

    private Series series(String key, List<Row> rows, Function<Pace, @Nullable Integer> seconds, Language language) {
        List<@Nullable Number> minutes = new ArrayList<>();
        List<String> words = new ArrayList<>();
        for (Row row : rows) {
            Integer now = seconds.apply(row.now());
            minutes.add(now == null ? null : (Number) (now / MINUTE));
            words.add(say("board.both", language, span(now, language), span(seconds.apply(row.before()), language)));
        }
        return new Series(word(key, language), null, minutes, words);
    }

    private Series words(String key, List<Row> rows, Function<Row, String> text, Language language) {
        return new Series(
                word(key, language), null, List.of(), rows.stream().map(text).toList());
    }

    private String span(@Nullable Integer seconds, Language language) {
        return seconds == null
                ? "–"
                : times.between(Instant.EPOCH, Instant.EPOCH.plusSeconds(seconds), language.locale());
    }

    private String within(Row row, Language language) {
        return say("board.both", language, share(row.now()), share(row.before()));
    }

    private static String share(Pace pace) {
        return pace.due() == 0
                ? "–"
                : String.format(
                        Locale.ROOT,
                        "%d/%d (%d %%)",
                        pace.within(),
                        pace.due(),
                        Math.round(100.0 * pace.within() / pace.due()));
    }

    private String deadline(Row row, Language language) {
        int least = row.deadline().getMin();
        int most = row.deadline().getMax();
        return say("board.minutes", language, least == most ? String.valueOf(least) : least + "–" + most);
    }

    private String word(String key, Language language) {
        return Objects.requireNonNull(messages.getMessage(key, null, language.locale()));
    }

    private String say(String key, Language language, Object... values) {
        return messages.getMessage(key, values, language.locale());
    }
}
