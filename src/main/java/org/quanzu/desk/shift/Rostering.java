package org.quanzu.desk.shift;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quanzu.desk.shift.Roster.Problem;
import org.quanzu.desk.shift.Roster.Problem.What;
import org.quanzu.rules.RuleSets;

/** Adds shifts that can be: of operators and units that are there, in the right order, none twice. */
public final class Rostering {
    private static final Duration LONGEST = Duration.ofHours(36);
    private static final Pattern GAP = Pattern.compile(" +");
    private static final Comparator<Problem> BY_LINE =
            Comparator.comparingInt(Problem::line).thenComparing(Problem::what);

    private final Shifts shifts;
    private final Colleagues colleagues;
    private final RuleSets ruleSets;
    private final ZoneId zone;

    public Rostering(Shifts shifts, Colleagues colleagues, RuleSets ruleSets, ZoneId zone) {
        this.shifts = shifts;
        this.colleagues = colleagues;
        this.ruleSets = ruleSets;
        this.zone = zone;
    }

    /** Where the times of the roster are meant. */
    public ZoneId zone() {
        return zone;
    }

    /** Adds the whole roster, or nothing when there is any problem; then all of them are told, by line. */
    public List<Problem> add(Roster roster) {
        List<Problem> problems = new ArrayList<>(roster.problems());
        Set<String> names =
                colleagues.all().stream().map(Colleagues.Colleague::name).collect(Collectors.toSet());
        List<Placed> good = new ArrayList<>();
        for (Roster.Row row : roster.rows()) {
            int before = problems.size();
            Shift.Times times = times(row, names, problems);
            if (times != null && problems.size() == before) {
                good.add(new Placed(row.line(), times));
            }
        }
        problems.addAll(overlaps(good));
        if (problems.isEmpty()) {
            shifts.add(good.stream().map(Placed::times).toList());
        }
        return problems.stream().sorted(BY_LINE).toList();
    }

    private record Placed(int line, Shift.Times times) {}

    private List<Problem> overlaps(List<Placed> rows) {
        Instant from = rows.stream()
                .map(row -> row.times().from())
                .min(Instant::compareTo)
                .orElse(Instant.EPOCH);
        Instant until = rows.stream()
                .map(row -> row.times().until())
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
        List<Shift.Times> there = new ArrayList<>(
                shifts.between(from, until).stream().map(Shift::times).toList());
        List<Problem> problems = new ArrayList<>();
        for (Placed row : rows) {
            if (there.stream().anyMatch(row.times()::overlaps)) {
                problems.add(new Problem(row.line(), What.OVERLAP, row.times().operator()));
            }
            there.add(row.times());
        }
        return problems;
    }

    private Shift.@Nullable Times times(Roster.Row row, Set<String> names, List<Problem> problems) {
        if (!names.contains(row.operator())) {
            problems.add(new Problem(row.line(), What.OPERATOR, row.operator()));
        }
        if (ruleSets.current().practice().units().find(row.unit()).isEmpty()) {
            problems.add(new Problem(row.line(), What.UNIT, row.unit()));
        }
        Instant from = moment(row.from());
        Instant until = moment(row.until());
        if (from == null) {
            problems.add(new Problem(row.line(), What.FROM, row.from()));
        }
        if (until == null) {
            problems.add(new Problem(row.line(), What.UNTIL, row.until()));
        }
        if (from == null || until == null) {
            return null;
        }
        if (!from.isBefore(until)) {
            problems.add(new Problem(row.line(), What.ORDER, row.until()));
        } else if (from.plus(LONGEST).isBefore(until)) {
            problems.add(new Problem(row.line(), What.LENGTH, row.until()));
        }
        return new Shift.Times(row.operator(), row.unit(), from, until);
    }

    /** A time like 2026-03-02 08:00 where the desk is, or with an offset; null when it is none. */
    private @Nullable Instant moment(String text) {
        String joined = GAP.matcher(text.strip()).replaceFirst("T");
        try {
            return joined.length() > "2026-03-02T08:00:00".length()
                    ? OffsetDateTime.parse(joined).toInstant()
                    : LocalDateTime.parse(joined).atZone(zone).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
