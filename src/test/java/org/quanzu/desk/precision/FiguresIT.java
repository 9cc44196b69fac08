package org.quanzu.desk.precision;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.quanzu.desk.label.Verdict;
import org.quanzu.desk.precision.Figures.Counts;
import org.quanzu.desk.precision.Figures.Judged;
import org.quanzu.desk.precision.Figures.OfEpisodes;
import org.quanzu.desk.precision.Figures.OfRule;
import org.quanzu.testkit.DeskNode;
import org.springframework.jdbc.core.JdbcTemplate;

class FiguresIT {
    private static final Period MARCH_2 = new Period(LocalDate.parse("2026-03-02"), LocalDate.parse("2026-03-02"));
    private static final Instant TODAY = DeskNode.START;
    private static final Instant YESTERDAY = TODAY.minus(Duration.ofDays(1));

    private final DeskNode node = new DeskNode();
    private final JdbcTemplate jdbc = new JdbcTemplate(node.database);
    private final Figures figures = node.part(Figures.class);
    private int opened;

    @AfterEach
    void stop() {
        node.close();
    }

    private String episode(Instant openedAt, String rules, @Nullable Verdict verdict) {
        String caseId = node.open.open(++opened, "RED");
        Timestamp at = Timestamp.from(openedAt);
        jdbc.update(
                "insert into warned_episodes (case_id, episode, person_id, opened_at, warned_at, changed_at, level, level_rank,"
                        + " family, rule_set, rules, experimental, verdict, labelled_at, alone, sole)"
                        + " values (?, 1, ?, ?, ?, ?, 'RED', 4, 'loan', 'v1', cast(? as text[]), '{LOAN-900}', ?, ?,"
                        + " '{LOAN-001}', case when ? = '{LOAN-001}' then 'LOAN-001' end)",
                caseId,
                "p-" + opened,
                at,
                at,
                Timestamp.from(node.clock.instant()),
                rules,
                verdict == null ? null : verdict.name(),
                verdict == null ? null : at,
                rules);
        return caseId;
    }

    @Test
    void countTheEpisodesEachRuleSpokeIn() {
        episode(TODAY, "{LOAN-001}", Verdict.SCAM);
        episode(TODAY, "{LOAN-001,LOAN-002}", Verdict.SCAM);
        episode(TODAY, "{LOAN-001,LOAN-002}", Verdict.ORDINARY);
        episode(TODAY, "{LOAN-001}", Verdict.UNKNOWN);
        episode(TODAY, "{LOAN-001}", null);
        episode(YESTERDAY, "{LOAN-002}", Verdict.ORDINARY);

        Counts counts = figures.of(MARCH_2);

        assertThat(counts.rules())
                .containsExactly(
                        new OfRule("LOAN-001", new Tally(2, 1, 1, 1), Tally.NONE, 5, 1, TODAY),
                        new OfRule("LOAN-002", new Tally(1, 1, 0, 0), new Tally(0, 1, 0, 0), 0, 0, TODAY),
                        new OfRule("LOAN-900", new Tally(2, 1, 1, 1), new Tally(0, 1, 0, 0), 0, 0, TODAY));
        assertThat(counts.episodes())
                .contains(
                        new OfEpisodes("RED", "loan", Verdict.SCAM, false, null, 2, 0),
                        new OfEpisodes("RED", "loan", Verdict.ORDINARY, false, null, 1, 1),
                        new OfEpisodes("RED", "loan", null, false, null, 1, 0));
    }

    @Test
    void followEachChange() {
        String caseId = episode(YESTERDAY, "{LOAN-001}", null);
        int before = figures.of(MARCH_2).rules().get(0).before().open();
        node.clock.advance(Duration.ofHours(3));
        jdbc.update(
                "update warned_episodes set verdict = 'SCAM', changed_at = ? where case_id = ?",
                Timestamp.from(node.clock.instant()),
                caseId);

        Tally after = figures.of(MARCH_2).rules().get(0).before();

        assertThat(before).isEqualTo(1);
        assertThat(after).isEqualTo(new Tally(1, 0, 0, 0));
    }

    @Test
    void leaveOutWhatBecameAnotherPersons() {
        episode(TODAY, "{LOAN-001}", null);
        jdbc.update("update warned_episodes set merged = true");

        assertThat(figures.of(MARCH_2).rules()).isEmpty();
    }

    @Test
    void belongToTheDayWhereTheDeskIs() {
        episode(Instant.parse("2026-03-01T16:30:00Z"), "{LOAN-001}", Verdict.SCAM);
        episode(Instant.parse("2026-03-01T15:30:00Z"), "{LOAN-001}", Verdict.SCAM);

        OfRule counted = figures.of(MARCH_2).rules().get(0);

        assertThat(figures.today()).isEqualTo(LocalDate.parse("2026-03-02"));
        assertThat(counted.now().scams()).isEqualTo(1);
        assertThat(counted.before().scams()).isEqualTo(1);
    }

    @Test
    void tellOfScamsNobodyWasWarnedOf() {
        jdbc.update(
                "insert into labels (origin, source, reference, person_id, verdict, finding, at)"
                        + " values ('BANK', 'bank-a', 'f-1', 'p-1', 'SCAM', 'CONFIRMED_SCAM', ?),"
                        + " ('BANK', 'bank-a', 'f-2', 'p-1', 'ORDINARY', 'GENUINE', ?)",
                Timestamp.from(TODAY),
                Timestamp.from(TODAY));

        assertThat(figures.of(MARCH_2).unwarned()).isEqualTo(1);
    }

    @Test
    void nameTheLatestEpisodesOfARule() {
        episode(YESTERDAY, "{LOAN-001}", Verdict.SCAM);
        episode(TODAY, "{LOAN-002}", Verdict.ORDINARY);
        episode(TODAY, "{LOAN-001}", null);
        jdbc.update("update warned_episodes set disputed = true, recheck = true where case_id = 'c-2'");

        assertThat(figures.ofRule("LOAN-001", 5)).extracting(Judged::caseId).containsExactly("c-1");
        assertThat(figures.ofRule("LOAN-900", 5)).extracting(Judged::caseId).containsExactly("c-2", "c-1");
        assertThat(figures.ofRule("LOAN-900", 1)).hasSize(1);
        assertThat(figures.disputed(5)).extracting(Judged::caseId).containsExactly("c-2");
        assertThat(figures.toRecheck(5)).extracting(Judged::caseId).containsExactly("c-2");
    }
}
