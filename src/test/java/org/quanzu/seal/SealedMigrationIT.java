package org.quanzu.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quanzu.testkit.BankEvents.NOON;
import static org.quanzu.testkit.BankEvents.payment;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.quanzu.desk.CaseHistory;
import org.quanzu.desk.HistoryLine;
import org.quanzu.desk.handover.HandOver;
import org.quanzu.desk.handover.HandOvers;
import org.quanzu.desk.work.Works;
import org.quanzu.event.Event;
import org.quanzu.event.PersonRef;
import org.quanzu.eventjson.EventJson;
import org.quanzu.person.Register;
import org.quanzu.person.source.PersonAttributes;
import org.quanzu.profile.Profile;
import org.quanzu.profile.SnapshotWriter;
import org.quanzu.testkit.DeskNode;
import org.quanzu.testkit.StoredText;
import org.quanzu.testkit.TestDatabase;
import org.quanzu.testkit.TestNode;
import org.springframework.jdbc.core.JdbcTemplate;

/** What was written in clear, before anything was sealed. */
class SealedMigrationIT {
    private static final PersonRef PERSON = PersonRef.ofId("p-1");
    private static final String ACCOUNT = "6222021234567890";
    private static final Event OLD_PAYMENT = payment("t-1", PERSON, "600", ACCOUNT, NOON);

    private final HikariDataSource database = TestDatabase.as("6");
    private final JdbcTemplate jdbc = new JdbcTemplate(database);

    @AfterEach
    void close() {
        database.close();
    }

    private void writeThePersonTheOldWay() {
        jdbc.update("""
                insert into persons values
                    ('p-1', false, null, '{"phones":["13912345678"],"ownAccounts":["own-77"],"household":["p-2"],
                        "town":"Linhe","guardianContact":null}', '{"genuine-88": 4102444800000}', now()),
                    ('p-2', false, null, null, null, now())""");
        jdbc.update(
                "insert into feedback values ('bank', 'f-1', 'p-1', 'GENUINE', '{}', null, null, null, 'old note', now())");
    }

    private void writeThePaymentTheOldWay() {
        byte[] body = EventJson.write(OLD_PAYMENT);
        jdbc.execute(
                "create table events_20260302 partition of events for values from ('2026-03-02') to ('2026-03-03')");
        jdbc.update("insert into scored_by (version, families) values ('v-1', '{loan}')");
        jdbc.update(
                "insert into event_keys values ('bank-1', 't-1', 'p-1', 7, '2026-03-02', ?)", (Object) new byte[32]);
        jdbc.update("""
                insert into events values (7, '2026-03-02', 'p-1', 'bank-1', 't-1', 'transaction', ?, 28800, ?,
                    null, null, ?, 'NONE', null, 0, null, 0, 1, ?, null)""", NOON, TestNode.START.atOffset(java.time.ZoneOffset.UTC), ACCOUNT, body);
        jdbc.update("insert into profiles values ('p-2', 3, '2026-03-02', ?, 'NONE', null, 0, null)", (Object)
                SnapshotWriter.write(Profile.empty("p-2")));
    }

    @Test
    void readsAndSealsPersonsAndEventsFromBefore() {
        writeThePersonTheOldWay();
        writeThePaymentTheOldWay();
        TestDatabase.migrate(database);

        TestNode node = new TestNode(database);

        assertThat(node.persons().find("p-1").orElseThrow().attributes())
                .returns(Set.of("13912345678"), PersonAttributes::phones)
                .returns("Linhe", PersonAttributes::town);
        assertThat(node.part(Register.class).find("p-1").orElseThrow().verified())
                .containsOnly(Map.entry("genuine-88", 4102444800000L));
        assertThat(node.part(Register.class).namingAsHousehold("p-2")).containsExactly("p-1");
        byte[] profile = node.profile("p-1");
        assertThat(new String(profile, StandardCharsets.UTF_8)).contains(ACCOUNT);
        assertThat(node.profile("p-2")).isEqualTo(SnapshotWriter.write(Profile.empty("p-2")));
        assertThat(node.answer(OLD_PAYMENT)).contains("\"eventId\":\"t-1\"");
        assertThat(jdbc.queryForObject("select count(*) from events", Integer.class))
                .isEqualTo(1);
        StoredText stored = new StoredText(database);
        assertThat(stored.holding(ACCOUNT)).contains("events_20260302.counterparty", "events_20260302.body");

        node.part(Reseal.class).run((done, of, rows) -> {});
        node.restart();

        List<String> secrets = List.of(ACCOUNT, "13912345678", "own-77", "genuine-88", "Linhe", "old note");
        assertThat(secrets)
                .allSatisfy(secret -> assertThat(stored.holding(secret)).isEmpty());
        assertThat(node.profile("p-1")).isEqualTo(profile);
        assertThat(node.persons().find("p-1").orElseThrow().attributes()).returns("Linhe", PersonAttributes::town);
        node.close();
    }

    @Test
    void countsThoseWhoPaidAnAccountBefore() {
        writeThePaymentTheOldWay();
        TestDatabase.migrate(database);
        TestNode node = new TestNode(database);

        Awaitility.await().untilAsserted(() -> {
            String id = "t-" + System.nanoTime();
            node.answer(payment(id, PersonRef.ofId("p-3"), "5", ACCOUNT, NOON.plusMinutes(5)));
            assertThat(jdbc.queryForObject("select other_payers from events where event_id = ?", Integer.class, id))
                    .isEqualTo(1);
        });

        assertThat(jdbc.queryForObject("select count(*) from events where counterparty is not null", Integer.class))
                .isEqualTo(1);
        node.part(Reseal.class).run((done, of, rows) -> {});
        assertThat(jdbc.queryForList("select distinct counterparty_hash from events", byte[].class))
                .hasSize(1);
        node.close();
    }

    @Test
    void readsAndSealsTheDesksWorkFromBefore() {
        jdbc.update("""
                insert into cases (case_id, person_id, state, episode, level, level_rank, family, score, amount_at_risk,
                    unit, opened_at, first_event_at, last_event_at, last_seq_day, assessments, late, due_at, ready_at)
                values ('c-1', 'p-1', 'QUEUED', 1, 'RED', 4, 'loan', 80, 600, 'DESK', now(), now(), now(),
                    '2026-03-02', 1, false, now(), now())""");
        jdbc.update("""
                insert into attempts (case_id, episode, channel, contact, operator, at, note)
                values ('c-1', 1, 'VOICE', 'BUSY', 'li', now(), 'her son 王小明'), ('c-1', 1, 'VOICE', 'BUSY', 'li', now(), null)""");
        jdbc.update("""
                insert into outcomes (case_id, episode, contact, finding, payee_accounts, scam_numbers, note, operator, at, closes)
                values ('c-1', 1, 'REACHED_PHONE', 'SCAM_STOPPED_BEFORE_LOSS', '{acc-1,"a,b"}', '{+4479}', 'paid Zhao', 'li', now(), true)""");
        jdbc.update("""
                insert into hand_overs (case_id, from_user, to_user, reason, state, at)
                values ('c-1', 'li', 'wang', 'speaks Hakka like Zhao', 'OFFERED', now())""");
        jdbc.update("""
                insert into case_history (case_id, episode, at, who, what, detail) values
                    ('c-1', 1, now(), 'quanzu', 'OPENED', 'RED'), ('c-1', 1, now(), 'li', 'OFFERED', 'wang: like Zhao')""");
        jdbc.update("""
                insert into outreach_orders (order_id, kind, urgency, case_id, person_id, level, body, put_by, put_at,
                    state, due_at, lapses_at, answer)
                values ('7d444840-9dc0-11d1-b245-5ffdce74fad2', 'VISIT', 1, 'c-1', 'p-1', '', '{"to":"Zhao"}', 'li', now(),
                    'SENT', now(), now(), 'Zhao ok')""");
        TestDatabase.migrate(database);
        DeskNode node = new DeskNode(database);

        assertDesksWork(node);
        node.part(Reseal.class).run((done, of, rows) -> {});

        assertDesksWork(node);
        StoredText stored = new StoredText(database);
        assertThat(List.of("王小明", "acc-1", "+4479", "Zhao"))
                .allSatisfy(secret -> assertThat(stored.holding(secret)).isEmpty());
        node.close();
    }

    private static void assertDesksWork(DeskNode node) {
        Works works = node.part(Works.class);
        assertThat(works.attempts("c-1")).extracting(attempt -> attempt.note()).containsExactly("her son 王小明", null);
        assertThat(works.outcomes("c-1")).singleElement().satisfies(outcome -> {
            assertThat(outcome.report().facts().payeeAccounts()).containsExactly("acc-1", "a,b");
            assertThat(outcome.report().facts().scamNumbers()).containsExactly("+4479");
            assertThat(outcome.report().facts().apps()).isEmpty();
            assertThat(outcome.report().note()).isEqualTo("paid Zhao");
        });
        assertThat(node.part(HandOvers.class).of("c-1"))
                .extracting(HandOver::reason)
                .containsExactly("speaks Hakka like Zhao");
        assertThat(node.part(CaseHistory.class).latest("c-1", 5))
                .extracting(HistoryLine::detail)
                .containsExactly("wang: like Zhao", "RED");
    }
}
