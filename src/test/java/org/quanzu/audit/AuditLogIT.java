package org.quanzu.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.quanzu.audit.Verification.Fault;
import org.quanzu.seal.SealedColumn;
import org.quanzu.testkit.AuditEntries;
import org.quanzu.testkit.SettableClock;
import org.quanzu.testkit.StoredText;
import org.quanzu.testkit.TestDatabase;
import org.quanzu.testkit.TestSeal;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class AuditLogIT {
    private static final Instant NOON = Instant.parse("2026-07-01T04:00:00.123456789Z");
    private final HikariDataSource database = TestDatabase.fresh();
    private final JdbcTemplate jdbc = new JdbcTemplate(database);
    private final TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(database));
    private final JdbcReasons reasons = new JdbcReasons(database, () -> TestSeal.SEAL);
    private final AuditLog log = new JdbcAuditLog(database, reasons, new SettableClock(NOON));
    private final AuditTrail trail = new JdbcAuditTrail(database, reasons);
    private final AuditVerifier verifier = new JdbcAuditVerifier(database);

    @AfterEach
    void close() {
        database.close();
    }

    private void threeEntries() {
        log.record("li", "person.view", "person:p-1");
        log.record("li", "person.reveal", "person:p-1", Map.of("reason", "call back", "field", "phone"));
        log.record("wang", "case.outcome", "case:c-1", Map.of("finding", "BENIGN_VERIFIED"));
    }

    /** Somebody with all rights on the database. */
    private void tamper(String sql) {
        jdbc.execute("alter table audit_log disable trigger audit_log_append_only");
        jdbc.execute(sql);
        jdbc.execute("alter table audit_log enable always trigger audit_log_append_only");
    }

    @Test
    void chainsWhatIsRecorded() {
        threeEntries();

        Verification found = verifier.verify();

        assertThat(found.isIntact()).isTrue();
        assertThat(found.entries()).isEqualTo(3);
        assertThat(found.head()).matches("3:[0-9a-f]{64}");
        assertThat(verifier.holds(found.head())).isTrue();
        assertThat(AuditEntries.about(trail, "person:p-1"))
                .extracting(Entry::what)
                .containsExactly("person.reveal", "person.view");
    }

    @Test
    void verifiesAnEmptyLog() {
        Verification found = verifier.verify();

        assertThat(found.isIntact()).isTrue();
        assertThat(verifier.holds(found.head())).isTrue();
    }

    @Test
    void keepsWhateverTextIsGiven() {
        log.record("a\0b", "x\uD800y", "7:x\n8:y", Map.of("\"{}", "中文 \uD83D\uDE00 \\u0000", "b", "", "a", "é"));

        assertThat(verifier.verify().isIntact()).isTrue();
    }

    @Test
    void keepsReasonsSealedBesideTheLog() {
        threeEntries();

        assertThat(AuditEntries.about(trail, "person:p-1").get(0).detail())
                .containsOnly(Map.entry("reason", "call back"), Map.entry("field", "phone"));
        assertThat(new StoredText(database).holding("call back")).isEmpty();
        assertThat(verifier.verify().isIntact()).isTrue();
    }

    @Test
    void showsNoReasonThatIsNotTheOneGiven() {
        threeEntries();
        jdbc.update("update audit_reasons set reason = ?", (Object)
                TestSeal.SEAL.sealText("0".repeat(32) + "no call", SealedColumn.AUDIT_REASON.of(2)));

        assertThat(AuditEntries.about(trail, "person:p-1").get(0).detail().get("reason"))
                .matches("sha256:[0-9a-f]{64}");
    }

    @Test
    void findsAChangedEntry() {
        threeEntries();

        tamper("update audit_log set detail = detail || '{\"reason\": \"other\"}' where id = 2");

        assertThat(verifier.verify().fault()).isEqualTo(new Fault(2, "it was changed after it was written"));
    }

    @Test
    void findsADetailThatIsNoObjectOfTexts() {
        threeEntries();

        tamper("update audit_log set detail = '[{\"finding\": 1}]' where id = 3");

        assertThat(verifier.verify().fault()).isEqualTo(new Fault(3, "it was changed after it was written"));
    }

    @Test
    void findsAMissingEntry() {
        threeEntries();

        tamper("delete from audit_log where id = 1");

        assertThat(verifier.verify().fault()).isEqualTo(new Fault(2, "entry 1 is missing before it"));
    }

    @Test
    void findsAMissingEntryWhoseNumberWasGivenToTheNext() {
        threeEntries();

        tamper("delete from audit_log where id = 2; update audit_log set id = 2 where id = 3");

        assertThat(verifier.verify().fault()).isEqualTo(new Fault(2, "it does not follow entry 1"));
    }

    @Test
    void findsSwappedEntries() {
        threeEntries();

        tamper("update audit_log set id = -id where id in (1, 2); update audit_log set id = 3 + id where id < 0");

        assertThat(verifier.verify().fault()).isEqualTo(new Fault(1, "it does not follow entry 0"));
    }

    @Test
    void findsAnEndThatWasCutOffByTheHeadKeptElsewhere() {
        threeEntries();
        String head = verifier.verify().head();

        tamper("delete from audit_log where id = 3");

        assertThat(verifier.verify().isIntact()).isTrue();
        assertThat(verifier.holds(head)).isFalse();
    }

    @Test
    void refusesUpdateDeleteAndTruncate() {
        threeEntries();

        for (String sql : List.of("update audit_log set who = 'x'", "delete from audit_log", "truncate audit_log")) {
            assertThatThrownBy(() -> jdbc.execute(sql)).rootCause().hasMessageContaining("is only ever added to");
            assertThatThrownBy(() -> jdbc.execute("set session_replication_role = replica; " + sql))
                    .rootCause()
                    .hasMessageContaining("is only ever added to");
        }
    }

    @Test
    void goesWithTheCallersTransaction() {
        transaction.executeWithoutResult(begun -> {
            log.record("li", "case.take", "case:c-1");
            begun.setRollbackOnly();
        });
        transaction.executeWithoutResult(begun -> {
            log.record("li", "case.take", "case:c-2");
            log.record("li", "case.attempt", "case:c-2");
        });

        assertThat(verifier.verify().entries()).isEqualTo(2);
        assertThat(AuditEntries.about(trail, "case:c-1")).isEmpty();
    }

    @Test
    void staysOneUnbrokenChainUnderSixteenWriters() throws Exception {
        List<Callable<Object>> writers = new ArrayList<>();
        for (int writer = 0; writer < 16; writer++) {
            String name = "writer-" + writer;
            JdbcAuditLog own =
                    new JdbcAuditLog(database, new JdbcReasons(database, () -> TestSeal.SEAL), new SettableClock(NOON));
            writers.add(() -> {
                for (int i = 0; i < 50; i++) {
                    int number = i;
                    transaction.executeWithoutResult(begun -> {
                        own.record(name, "test", "n:" + number);
                        if (number % 5 == 4) {
                            begun.setRollbackOnly();
                        }
                    });
                }
                return name;
            });
        }

        var pool = Executors.newFixedThreadPool(16);
        for (Future<Object> done : pool.invokeAll(writers)) {
            done.get();
        }
        pool.shutdown();

        assertThat(verifier.verify().isIntact()).isTrue();
        assertThat(verifier.verify().entries()).isEqualTo(16 * 40);
    }

    @Test
    void verifiesALongLogPageByPage() {
        transaction.executeWithoutResult(begun -> {
            for (int i = 0; i < 10_000; i++) {
                log.record("li", "person.view", "person:p-" + i);
            }
        });
        List<Long> progress = new ArrayList<>();

        Verification found = verifier.verify(progress::add);

        assertThat(found.entries()).isEqualTo(10_000);
        assertThat(progress).containsExactly(2_000L, 4_000L, 6_000L, 8_000L, 10_000L);
    }
}
