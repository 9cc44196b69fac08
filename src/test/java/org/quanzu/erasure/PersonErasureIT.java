package org.quanzu.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quanzu.testkit.BankEvents.NOON;
import static org.quanzu.testkit.BankEvents.payment;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quanzu.assessment.ConflictingEvent;
import org.quanzu.audit.AuditConfiguration;
import org.quanzu.audit.AuditLog;
import org.quanzu.audit.AuditTrail;
import org.quanzu.audit.AuditVerifier;
import org.quanzu.event.PersonRef;
import org.quanzu.person.source.PersonAttributes;
import org.quanzu.testkit.AuditEntries;
import org.quanzu.testkit.LargePayments;
import org.quanzu.testkit.StoredText;
import org.quanzu.testkit.TestNode;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;

class PersonErasureIT {
    private static final String PHONE = "+8613800138000";
    private static final String ERASED = "p-erased";
    private static final String OTHER = "p-other";

    /** Tables that keep nothing of single persons. Whoever adds a table decides whether erasing a person concerns it. */
    private static final List<String> OF_NOBODY = List.of(
            "api_keys",
            "audit_log", // person and case ids, for ever: what was done must stay provable
            "days_counted",
            "episode_days",
            "flyway_schema_history",
            "journal_consumers",
            "operators_away",
            "rule_days",
            "rule_set_servings",
            "rule_sets",
            "scored_by",
            "seal_keys",
            "shifts",
            "sign_in_tries",
            "users");

    private final TestNode node =
            new TestNode(LargePayments::new, AuditConfiguration.class, ErasureConfiguration.class);
    private final JdbcTemplate jdbc = new JdbcTemplate(node.database);
    private final StoredText stored = new StoredText(node.database);

    @BeforeEach
    void twoPersons() {
        node.answer(payment("t-0", new PersonRef(null, PHONE, null), "20", "acc-1", NOON));
        for (String person : List.of(ERASED, OTHER)) {
            node.followed(payment("t-" + person, person, "5000"));
            KeptOfPersons.fill(node.database, person);
        }
        node.tell(ERASED, told(Set.of(PHONE), Set.of(OTHER)));
        node.tell(OTHER, told(Set.of(), Set.of(ERASED, "p-third")));
        node.awaitConsumers();
        node.part(AuditLog.class).record("li", "person.reveal", "person:" + ERASED, Map.of("reason", "she called"));
        node.part(AuditLog.class).record("li", "person.reveal", "person:" + OTHER, Map.of("reason", "he called"));
    }

    private static PersonAttributes told(Set<String> phones, Set<String> household) {
        return new PersonAttributes(phones, Set.of(), household, 1990, null, null, null, null, null, null, null, null);
    }

    @AfterEach
    void stop() {
        node.close();
    }

    /** Tried again while the desk holds a row of the person, as retention does. */
    private void erase() {
        PersonErasure erasure = node.part(PersonErasure.class);
        Awaitility.await()
                .ignoreExceptionsInstanceOf(PessimisticLockingFailureException.class)
                .until(() -> erasure.erase(erasure.identityOf(ERASED), "command", "asked for it") > 0);
        node.restart();
    }

    @Test
    void leavesNothingOfThePersonAndAllOfTheOther() {
        String caseId = jdbc.queryForObject("select case_id from cases where person_id = ?", String.class, ERASED);
        String provisional =
                jdbc.queryForObject("select person_id from persons where merged_into = ?", String.class, ERASED);
        Map<String, Long> before = rowsOf(OTHER);
        assertThat(before).as("every table has a row").doesNotContainValue(0L);

        erase();

        assertThat(stored.holding(ERASED)).containsOnly("audit_log.about", "event_keys.event_id");
        assertThat(stored.holding(caseId)).isEmpty();
        assertThat(stored.holding(provisional)).isEmpty();
        assertThat(rowsOf(ERASED)).allSatisfy((table, rows) -> assertThat(rows).isZero());
        assertThat(rowsOf(OTHER)).isEqualTo(before);
        assertThat(node.persons().find(OTHER).orElseThrow().attributes()).isEqualTo(told(Set.of(), Set.of("p-third")));
    }

    private Map<String, Long> rowsOf(String person) {
        Map<String, Long> rows = new TreeMap<>();
        for (String table : tables()) {
            String of = columns(table).contains("person_id") ? " where person_id = ?" : null;
            String ofCase = " where case_id in (select case_id from cases where person_id = ?)";
            if (JdbcPersonTables.include(table) && !table.startsWith("audit") && !table.equals("person_links")) {
                rows.put(
                        table,
                        jdbc.queryForObject(
                                "select count(*) from " + table + (of == null ? ofCase : of), Long.class, person));
            }
        }
        return rows;
    }

    private List<String> columns(String table) {
        return stored.columns().stream()
                .filter(column -> column.startsWith(table + "."))
                .map(column -> column.substring(table.length() + 1))
                .toList();
    }

    private List<String> tables() {
        return stored.columns().stream()
                .map(column -> column.substring(0, column.indexOf('.')))
                .filter(table -> !table.matches("events_\\d+"))
                .distinct()
                .toList();
    }

    @Test
    void knowsWhetherATableKeepsSomethingOfPersons() {
        assertThat(tables().stream().filter(Predicate.not(JdbcPersonTables::include)))
                .as("Maybe add the new table to JdbcPersonTables, and its rows to KeptOfPersons")
                .containsExactlyInAnyOrderElementsOf(OF_NOBODY);
    }

    @Test
    void opensANewPersonWithTheNextEvent() {
        erase();

        String next = node.followed(payment("t-2", ERASED, "20"));
        node.answer(payment("t-3", new PersonRef(null, PHONE, null), "20", "acc-1", NOON));

        assertThat(next).contains("\"level\":\"NONE\"");
        assertThat(node.persons().find(ERASED).orElseThrow().recentEvents()).containsEntry("transaction", 1);
        assertThat(jdbc.queryForList("select person_id from persons where provisional and merged_into is null"))
                .hasSize(1);
        assertThat(node.followed(payment("t-4", OTHER, "20"))).contains("\"level\":\"RED\"");
    }

    @Test
    void takesNoErasedEventForANewOne() {
        erase();

        assertThatThrownBy(() -> node.answer(payment("t-" + ERASED, ERASED, "5000")))
                .hasCauseInstanceOf(ConflictingEvent.class)
                .hasMessageContaining("was sent before and erased");

        assertThat(node.persons().find(ERASED)).isEmpty();
        assertThat(node.answer(payment("t-" + OTHER, OTHER, "5000"))).contains("t-" + OTHER);
    }

    @Test
    void keepsTheAuditLogWholeWithoutWhatPeopleTyped() {
        erase();

        AuditTrail trail = node.part(AuditTrail.class);
        assertThat(node.part(AuditVerifier.class).verify().fault()).isNull();
        assertThat(AuditEntries.about(trail, "person:" + ERASED))
                .satisfiesExactly(
                        erased -> {
                            assertThat(erased.what()).isEqualTo("person.erase");
                            assertThat(erased.detail()).containsEntry("reason", "asked for it");
                        },
                        reveal -> assertThat(reveal.detail().get("reason")).startsWith("sha256:"));
        assertThat(AuditEntries.about(trail, "person:" + OTHER).get(0).detail()).containsEntry("reason", "he called");
    }

    @Test
    void notesNothingWhereNothingIsKept() {
        PersonErasure erasure = node.part(PersonErasure.class);
        erase();

        assertThat(node.part(PersonErasure.class).erase(erasure.identityOf(ERASED), "command", "again"))
                .isZero();
        assertThat(AuditEntries.about(node.part(AuditTrail.class), "person:" + ERASED))
                .hasSize(2);
    }
}
