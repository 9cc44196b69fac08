package org.quanzu.desk.board;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What was done in a span. {@code breaches}: deadlines that passed, by the unit that missed them; {@code findings}: how often
 * each was recorded; {@code responses}: how soon the cases opened in the span were dealt with in it.
 */
public record Figures(
        List<Opened> opened,
        List<Response> responses,
        Map<String, Integer> breaches,
        Tries tries,
        Map<String, Integer> findings,
        Averted averted,
        Answered answered,
        List<Worker> workers) {

    public Figures {
        opened = List.copyOf(opened);
        responses = List.copyOf(responses);
        breaches = Map.copyOf(breaches);
        findings = Map.copyOf(findings);
        workers = List.copyOf(workers);
    }

    /** Cases opened at a level, again or for the first time, in the quarter of an hour from {@code at} on. */
    public record Opened(Instant at, String level, int cases) {}

    /** Tries to reach people: how many of each result, how many reached somebody, and how many people that were. */
    public record Tries(Map<String, Integer> byContact, int reaching, int peopleTried, int peopleReached) {
        public Tries {
            byContact = Map.copyOf(byContact);
        }

        public int count() {
            return byContact.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    /**
     * Averted money in its three kinds, which are never added up. An episode counts once, when its first outcome with that
     * kind is recorded, with the last amount of the span.
     */
    public record Averted(BigDecimal stopped, BigDecimal attempted, BigDecimal balance) {}

    /** Offers of cases accepted and returned. */
    public record Answered(int accepted, int returned) {}

    /** How often one operator took a case, tried to reach somebody, and recorded an outcome. */
    public record Worker(String operator, int takes, int tries, int outcomes) {}

    public int openedCases() {
        return opened.stream().mapToInt(Opened::cases).sum();
    }

    public int missedDeadlines() {
        return breaches.values().stream().mapToInt(Integer::intValue).sum();
    }

    public int outcomes() {
        return findings.values().stream().mapToInt(Integer::intValue).sum();
    }
}
