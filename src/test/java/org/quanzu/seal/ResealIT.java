package org.quanzu.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quanzu.testkit.BankEvents.NOON;
import static org.quanzu.testkit.BankEvents.payment;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.quanzu.event.PersonRef;
import org.quanzu.person.source.PersonAttributes;
import org.quanzu.testkit.TestNode;
import org.quanzu.testkit.TestSeal;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class ResealIT {
    private static final PersonRef PERSON = PersonRef.ofId("p-1");
    private static final Reseal.Progress QUIET = (done, of, rows) -> {};
    private static final SealKeys OLD = TestSeal.keys(1);
    private static final SealKeys BOTH = TestSeal.keys(2, 1);
    private static final SealKeys NEW = TestSeal.keys(2);

    private final TestNode node = new TestNode();
    private final JdbcTemplate jdbc = new JdbcTemplate(node.database);

    @AfterEach
    void stop() {
        node.close();
    }

    private void live(int events) {
        node.tell(
                "p-1",
                new PersonAttributes(
                        Set.of("13912345678"),
                        Set.of(),
                        Set.of(),
                        1990,
                        null,
                        null,
                        null,
                        null,
                        null,
                        true,
                        null,
                        null));
        for (int i = 0; i < events; i++) {
            node.answer(payment("t-" + i, PERSON, "60" + i, "acc-" + i, NOON.plusMinutes(i)));
        }
    }

    private int sealedWith(SealKeys keys, String table, String column) {
        Integer found = jdbc.queryForObject(
                "select count(*) from " + table + " where " + JdbcOldValues.isSealedWith(keys.first(), column),
                Integer.class);
        return found == null ? 0 : found;
    }

    @Test
    void movesEverythingToTheFirstKeySoThatTheOtherCanGo() {
        live(120);
        byte[] before = node.profile("p-1");
        node.restart(BOTH);
        node.answer(payment("t-new", PERSON, "5000", "acc-new", NOON.plusHours(1)));
        assertThat(sealedWith(OLD, "events", "body")).isEqualTo(120);
        assertThat(sealedWith(NEW, "events", "body")).isEqualTo(1);

        Reseal.Result result = node.part(Reseal.class).run(QUIET);

        assertThat(result)
                .returns(123L, r -> r.rows())
                .returns(0L, r -> r.left())
                .returns(List.of(SealKeys.shown(OLD.first())), r -> r.retired());
        assertThat(sealedWith(NEW, "events", "body")).isEqualTo(121);
        assertThat(sealedWith(NEW, "profiles", "snapshot")).isEqualTo(1);
        node.restart(NEW);
        assertThat(node.profile("p-1")).isNotEqualTo(before);
        assertThat(node.answer(payment("t-7", PERSON, "607", "acc-7", NOON.plusMinutes(7))))
                .contains("\"t-7\"");
        assertThat(node.persons().find("p-1").orElseThrow().attributes())
                .returns(Set.of("13912345678"), PersonAttributes::phones);
    }

    @Test
    void keepsProfilesTheSame() {
        live(60);
        byte[] before = node.profile("p-1");
        node.restart(BOTH);

        node.part(Reseal.class).run(QUIET);
        node.restart(NEW);

        assertThat(node.profile("p-1")).isEqualTo(before);
    }

    @Test
    void refusesToStartWithoutAKeyThatIsStillNeeded() {
        live(1);

        assertThatThrownBy(() -> node.restart(NEW))
                .rootCause()
                .isInstanceOf(MissingKey.class)
                .hasMessageContaining("sealed with key " + SealKeys.shown(OLD.first()))
                .hasMessageContaining("\nMaybe restore data/encryption.key");
        node.restart(BOTH);
        assertThatThrownBy(() -> node.restart(NEW)).rootCause().isInstanceOf(MissingKey.class);
        node.restart(BOTH);
    }

    @Test
    void doesNothingAsLongAsTheServerSealsWithAnotherKey() {
        live(1);
        TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(node.database));
        Reseal early = new Reseal(
                BOTH,
                new JdbcKeyRegister(node.database),
                new JdbcOldValues(node.database, transaction, BOTH, TestSeal.HASH));

        assertThatThrownBy(() -> early.run(QUIET))
                .isInstanceOf(OtherFirstKey.class)
                .hasMessageContaining("\nMaybe restart the server with the same encryption keys first");
        assertThat(sealedWith(OLD, "events", "body")).isEqualTo(1);
    }

    @Test
    void passesOverWhatDoesNotOpenAndKeepsTheKeys() {
        live(3);
        jdbc.update("update events set body = overlay(body placing '\\x00' from 40) where event_id = 't-1'");
        node.restart(BOTH);

        Reseal.Result result = node.part(Reseal.class).run(QUIET);

        assertThat(result).returns(1L, r -> r.left()).returns(List.of(), r -> r.retired());
        assertThat(result.trouble()).startsWith("A value in events.body was changed");
        assertThatThrownBy(() -> node.restart(NEW)).rootCause().isInstanceOf(MissingKey.class);
        node.restart(BOTH);
    }

    @Test
    void leavesNothingToDoForASecondRun() {
        live(3);
        node.restart(BOTH);
        node.part(Reseal.class).run(QUIET);

        Reseal.Result again = node.part(Reseal.class).run(QUIET);

        assertThat(again).isEqualTo(new Reseal.Result(0, 0, null, List.of()));
    }

    @Test
    void goesOnWhileARowIsLocked() throws Exception {
        live(3);
        node.restart(BOTH);
        JdbcOldValues old = new JdbcOldValues(
                node.database, new TransactionTemplate(new JdbcTransactionManager(node.database)), BOTH, TestSeal.HASH);

        try (var other = node.database.getConnection();
                var lock = other.createStatement()) {
            other.setAutoCommit(false);
            lock.execute("select 1 from events where event_id = 't-1' for update");
            old.pieces().forEach(old::seal);
            other.rollback();
        }

        assertThat(old.count()).isEqualTo(1);
        assertThat(node.part(Reseal.class).run(QUIET))
                .returns(1L, r -> r.rows())
                .returns(0L, r -> r.left());
    }

    @Test
    void opensNoEventInTheRowOfAnother() {
        live(2);
        jdbc.update("""
                update events e set body = o.body from events o where e.event_id = 't-0' and o.event_id = 't-1'""");
        node.restart();

        assertThatThrownBy(() -> node.answer(payment("t-9", PERSON, "5", "acc-1", NOON.plusMinutes(9))))
                .rootCause()
                .isInstanceOf(java.security.GeneralSecurityException.class);
        assertThatThrownBy(() -> node.profile("p-1"))
                .isInstanceOf(Unopenable.class)
                .hasMessageStartingWith("A value in events.body was changed, or belongs to another row\nMaybe ");
    }
}
