package org.quanzu.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quanzu.testkit.SettableClock;
import org.quanzu.testkit.TestDatabase;
import org.quanzu.testkit.TestSeal;

class AuditTrailIT {
    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
    private final HikariDataSource database = TestDatabase.fresh();
    private final SettableClock clock = new SettableClock(START);
    private final JdbcReasons reasons = new JdbcReasons(database, () -> TestSeal.SEAL);
    private final AuditLog log = new JdbcAuditLog(database, reasons, clock);
    private final AuditTrail trail = new JdbcAuditTrail(database, reasons);

    @AfterEach
    void close() {
        database.close();
    }

    /** Six entries, one each hour. */
    @BeforeEach
    void fill() {
        assertThat(trail.head()).isEmpty();
        for (int i = 0; i < 6; i++) {
            log.record(i % 2 == 0 ? "li" : "wang", i < 4 ? "case.view" : "person.reveal", "case:c-" + i, Map.of());
            clock.advance(Duration.ofHours(1));
        }
    }

    private List<Long> ids(Search search) {
        return trail.find(search, 10).stream().map(Entry::id).toList();
    }

    private static Instant hour(int hours) {
        return START.plus(Duration.ofHours(hours));
    }

    @Test
    void findsByWhoWhatAboutAndDay() {
        assertThat(ids(Search.ALL)).containsExactly(6L, 5L, 4L, 3L, 2L, 1L);
        assertThat(ids(new Search("li", null, List.of(), null, null, null))).containsExactly(5L, 3L, 1L);
        assertThat(ids(new Search("li", "person.reveal", List.of(), null, null, null)))
                .containsExactly(5L);
        assertThat(ids(new Search(null, null, List.of("case:c-1", "case:c-4"), null, null, null)))
                .containsExactly(5L, 2L);
        assertThat(ids(new Search(null, null, List.of(), hour(1), hour(3), null)))
                .containsExactly(3L, 2L);
        assertThat(ids(new Search(null, null, List.of(), hour(48), hour(72), null)))
                .isEmpty();
        assertThat(ids(new Search(null, null, List.of(), hour(-48), hour(-24), null)))
                .isEmpty();
    }

    @Test
    void showsTheReasonThatIsKeptSealed() {
        log.record("li", "person.reveal", "person:p-9", Map.of("reason", "rings back from the branch"));

        List<Entry> latest = trail.find(Search.ALL, 1);

        assertThat(latest.get(0).detail()).containsEntry("reason", "rings back from the branch");
    }

    @Test
    void goesOnBeforeAnEntry() {
        assertThat(ids(new Search(null, "case.view", List.of(), null, null, 3L)))
                .containsExactly(2L, 1L);
        assertThat(trail.find(Search.ALL, 2)).extracting(Entry::id).containsExactly(6L, 5L);
    }

    @Test
    void countsWhatSomebodyDidSinceAMoment() {
        assertThat(trail.count("li", "case.view", START)).isEqualTo(2);
        assertThat(trail.count("li", "case.view", hour(1))).isEqualTo(1);
        assertThat(trail.count("li", "case.view", hour(24))).isZero();
        assertThat(trail.count("nobody", "case.view", START)).isZero();
    }

    @Test
    void knowsItsActsAndItsHead() {
        assertThat(trail.acts()).containsExactly("case.view", "person.reveal");
        assertThat(trail.head())
                .hasValue(new JdbcAuditVerifier(database).verify().head());
    }
}
