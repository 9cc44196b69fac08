package org.quanzu.outreach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.quanzu.audit.AuditLog;
import org.quanzu.desk.contact.Channel;
import org.quanzu.outreach.Addressees.Addressee;
import org.quanzu.outreach.Addressees.Who;
import org.quanzu.outreach.Delivery.State;
import org.quanzu.outreach.webhook.Backoff;
import org.quanzu.outreach.webhook.Webhook;
import org.quanzu.outreach.webhook.WebhookClient;
import org.quanzu.person.ProtectiveTransfers;
import org.quanzu.testkit.AuditEntries;
import org.quanzu.testkit.SettableClock;
import org.quanzu.testkit.TestDatabase;
import org.quanzu.testkit.TestSeal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class OutboxIT {
    private static final Instant NOON = Instant.parse("2026-07-01T04:00:00Z");
    private static final Payee PAYEE = new Payee("Zhang San", "ICBC", "6222 0212-3456 7890");
    private final HikariDataSource database = TestDatabase.fresh();
    private final TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(database));
    private final SettableClock clock = new SettableClock(NOON);
    private final Parts parts = new Parts(database, clock);
    private final AuditLog audit = parts.audit();
    private final Outbox outbox = new Outbox(
            new JdbcDeliveries(database, TestSeal.SEAL),
            transaction,
            new MessageTexts(new ShippedRules(), ""),
            audit,
            TestSeal.HASH,
            clock);
    private final Receiver receiver = new Receiver();
    private final WebhookClient client = new WebhookClient(true, Duration.ofSeconds(2));
    private final Sender sender = sender(database, everyKind());
    private Addressee addressee = new Addressee(Who.PERSON, "13800001111", "zh");

    OutboxIT() throws IOException {}

    @AfterEach
    void close() throws IOException {
        client.close();
        receiver.close();
        database.close();
    }

    private Map<Order.Kind, Webhook> everyKind() {
        Map<Order.Kind, Webhook> webhooks = new EnumMap<>(Order.Kind.class);
        for (Order.Kind kind : Order.Kind.values()) {
            webhooks.put(kind, new Webhook(receiver.url("/" + kind), "0123456789abcdef"));
        }
        return webhooks;
    }

    private Sender sender(DataSource source, Map<Order.Kind, Webhook> webhooks) {
        OutreachSettings settings = new OutreachSettings(
                webhooks,
                true,
                Duration.ofSeconds(2),
                3,
                Duration.ofSeconds(4),
                Duration.ofMinutes(1),
                "",
                Duration.ofHours(72));
        Parts on = source == database ? parts : new Parts(source, clock);
        Deliveries deliveries = new JdbcDeliveries(source, TestSeal.SEAL);
        return new Sender(
                deliveries,
                new TransactionTemplate(new JdbcTransactionManager(source)),
                new Messenger(deliveries, on.courtesy(), on.contacts(), (person, now) -> addressee),
                new Sender.Post(
                        settings, client, new Backoff(Duration.ofSeconds(4), Duration.ofMinutes(1), new Random(7))),
                on.audit(),
                clock);
    }

    private void sendAllDue() {
        while (sender.sendNext()) {
            assertThat(receiver.posts()).hasSizeLessThan(100);
        }
    }

    private Delivery found(UUID id) {
        return outbox.ofCase("c-1").stream()
                .filter(delivery -> delivery.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Order stop() {
        return new Order.StopPayment("c-1", "p-1", PAYEE, new BigDecimal("50000"), NOON.minusSeconds(60));
    }

    private static Order visit() {
        return new Order.Visit("c-1", "p-1", "STATION", Duration.ofMinutes(30), "See the person");
    }

    private static Order message(String level) {
        return new Order.Message("c-1", "p-1", level, "SMS", "loan", "en");
    }

    @Test
    void sendsWithExactPayeeDataAndTellsTheAudit() {
        UUID id = outbox.put(stop(), "li");

        sendAllDue();

        assertThat(receiver.posts()).hasSize(1);
        Receiver.Post post = receiver.posts().get(0);
        assertThat(post.path()).isEqualTo("/STOP_PAYMENT");
        assertThat(post.key()).isEqualTo(id.toString());
        assertThat(post.body())
                .contains("\"payee\":{\"name\":\"Zhang San\",\"bank\":\"ICBC\",\"account\":\"6222021234567890\"}")
                .contains("\"amount\":\"50000.00\"", "\"paidAt\":\"2026-07-01T03:59:00Z\"", "\"hours\":48");
        assertThat(found(id).state()).isEqualTo(State.SENT);
        assertThat(found(id).status()).isEqualTo(200);
        assertThat(AuditEntries.about(parts.trail(), "order:" + id))
                .extracting(entry ->
                        entry.who() + " " + entry.what() + " " + entry.detail().get("state"))
                .containsExactly(
                        "outreach outreach.state SENT", "outreach outreach.state SENDING", "li outreach.put PENDING");
        assertThat(AuditEntries.about(parts.trail(), "order:" + id).toString()).doesNotContain("6222", "Zhang");
        assertThat(parts.verifier().verify().isIntact()).isTrue();
    }

    @Test
    void sendsNothingOfATransactionThatRolledBack() {
        transaction.executeWithoutResult(begun -> {
            outbox.put(visit(), "li");
            begun.setRollbackOnly();
        });

        sendAllDue();

        assertThat(receiver.posts()).isEmpty();
        assertThat(outbox.ofCase("c-1")).isEmpty();
    }

    @Test
    void showsOrdersWithoutAWebhook() {
        UUID id = outbox.put(visit(), "li");

        sender(database, Map.of()).sendNext();

        assertThat(found(id).state()).isEqualTo(State.SHOWN);
        assertThat(outbox.in(Set.of(State.SHOWN), null, 10))
                .extracting(Delivery::id)
                .containsExactly(id);
        assertThat(receiver.posts()).isEmpty();
    }

    @Test
    void triesAgainUnderTheSameKeyAndThenGivesUp() {
        UUID id = outbox.put(visit(), "li");
        receiver.answers(503);

        for (int i = 0; i < 10; i++) {
            sendAllDue();
            clock.advance(Duration.ofMinutes(2));
        }

        assertThat(receiver.posts()).hasSize(3).extracting(Receiver.Post::key).containsOnly(id.toString());
        assertThat(receiver.posts())
                .extracting(Receiver.Post::body)
                .containsOnly(found(id).body());
        assertThat(outbox.in(Set.of(State.DEAD), Order.Kind.VISIT, 10))
                .extracting(Delivery::id)
                .containsExactly(id);
    }

    @Test
    void waitsLongerAfterEachTry() {
        UUID id = outbox.put(visit(), "li");
        receiver.answers(503);

        sendAllDue();

        assertThat(found(id).due()).isBetween(NOON.plusSeconds(2), NOON.plusSeconds(4));
        assertThat(found(id).state()).isEqualTo(State.PENDING);
    }

    @Test
    void sendsADeadOrderAgainWhenAPersonSaysSo() {
        UUID id = outbox.put(visit(), "li");
        receiver.answers(400);
        sendAllDue();
        assertThat(found(id).state()).isEqualTo(State.DEAD);

        receiver.answers(200);
        outbox.sendAgain(id, "wang", "address corrected");
        sendAllDue();

        assertThat(found(id).state()).isEqualTo(State.SENT);
        assertThatThrownBy(() -> outbox.sendAgain(id, "wang", "twice")).hasMessageContaining("Maybe");
    }

    @Test
    void neverSendsAStopPaymentTwiceByItself() {
        UUID id = outbox.put(stop(), "li");
        receiver.answers(503);

        for (int i = 0; i < 10; i++) {
            sendAllDue();
            clock.advance(Duration.ofHours(1));
        }

        assertThat(receiver.posts()).hasSize(1);
        assertThat(found(id).state()).isEqualTo(State.UNCERTAIN);
        outbox.settle(id, true, "wang", "the bank confirmed by phone");
        assertThat(found(id).state()).isEqualTo(State.SENT);
    }

    @Test
    void sendsTheSameKeyAgainWhenItDiedBetweenSendingAndMarking() {
        UUID id = outbox.put(visit(), "li");
        String url = database.getJdbcUrl();
        receiver.does(exchange -> {
            database.close();
            Receiver.answer(exchange, 200, "ok");
        });
        assertThatThrownBy(sender::sendNext).isInstanceOf(RuntimeException.class);
        receiver.answers(200);
        DataSource again = new DriverManagerDataSource(url);
        Sender next = sender(again, everyKind());

        assertThat(next.sendNext()).isFalse();
        clock.advance(Duration.ofMinutes(3));
        assertThat(next.sendNext()).isTrue();

        assertThat(receiver.posts()).hasSize(2).extracting(Receiver.Post::key).containsOnly(id.toString());
        assertThat(new JdbcDeliveries(again, TestSeal.SEAL).ofCase("c-1").get(0).state())
                .isEqualTo(State.SENT);
    }

    @Test
    void asksAPersonAboutAStopPaymentWhenItDiedBetweenSendingAndMarking() {
        outbox.put(stop(), "li");
        String url = database.getJdbcUrl();
        receiver.does(exchange -> database.close());
        assertThatThrownBy(sender::sendNext).isInstanceOf(RuntimeException.class);
        DataSource again = new DriverManagerDataSource(url);
        Sender next = sender(again, everyKind());

        clock.advance(Duration.ofMinutes(3));
        assertThat(next.sendNext()).isTrue();

        assertThat(receiver.posts()).hasSize(1);
        assertThat(new JdbcDeliveries(again, TestSeal.SEAL).ofCase("c-1").get(0).state())
                .isEqualTo(State.UNCERTAIN);
    }

    @Test
    void stopsAnAccountTwiceAtMost() throws Exception {
        List<Callable<Boolean>> operators = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            operators.add(() -> {
                try {
                    outbox.put(stop(), "li");
                    return true;
                } catch (StopLimitReached e) {
                    return false;
                }
            });
        }

        var pool = Executors.newFixedThreadPool(6);
        int put = 0;
        for (Future<Boolean> done : pool.invokeAll(operators)) {
            put += done.get() ? 1 : 0;
        }
        pool.shutdown();

        assertThat(put).isEqualTo(2);
        assertThat(outbox.ofCase("c-1")).hasSize(2);
    }

    @Test
    void countsNoStopThatWasRefused() {
        receiver.answers(422);
        outbox.put(stop(), "li");
        outbox.put(stop(), "li");
        sendAllDue();

        UUID third = outbox.put(stop(), "li");

        assertThat(found(third).state()).isEqualTo(State.PENDING);
    }

    @Test
    void letsTheCallersTransactionGoOnAfterTheLimit() {
        outbox.put(stop(), "li");
        outbox.put(stop(), "li");

        transaction.executeWithoutResult(begun -> {
            assertThatThrownBy(() -> outbox.put(stop(), "li")).isInstanceOf(StopLimitReached.class);
            outbox.put(visit(), "li");
        });

        assertThat(outbox.ofCase("c-1")).hasSize(3);
    }

    @Test
    void capsTheContactsOfADayWhateverTheyWere() {
        parts.contacts().tried("p-1", Channel.VOICE, NOON.minusSeconds(600));
        parts.contacts().tried("p-1", Channel.KIN, NOON.minusSeconds(500));
        UUID third = outbox.put(message("YELLOW"), "system");
        UUID fourth = outbox.put(message("YELLOW"), "system");
        UUID urgent = outbox.put(message("RED"), "system");

        sendAllDue();

        assertThat(List.of(third, fourth, urgent))
                .extracting(id -> found(id).state())
                .containsExactly(State.SENT, State.WITHHELD, State.SENT);
        assertThat(parts.contacts().since("p-1", NOON.minusSeconds(3600))).isEqualTo(4);
    }

    @Test
    void neverHoldsBackAVisitOrAStop() {
        for (int i = 0; i < 40; i++) {
            parts.contacts().tried("p-1", Channel.VOICE, NOON);
        }
        clock.set(Instant.parse("2026-07-01T19:00:00Z"));
        UUID visit = outbox.put(visit(), "li");
        UUID stop = outbox.put(stop(), "li");

        sendAllDue();

        assertThat(List.of(visit, stop)).extracting(id -> found(id).state()).containsOnly(State.SENT);
    }

    @Test
    void countsAMessageOnceHoweverOftenItIsSentAndNotAtAllWhenItIsRefused() {
        UUID slow = outbox.put(message("RED"), "system");
        receiver.answers(503);
        sendAllDue();
        clock.advance(Duration.ofMinutes(2));
        receiver.answers(200);
        sendAllDue();
        receiver.answers(400);
        UUID refused = outbox.put(message("RED"), "system");
        sendAllDue();

        assertThat(found(slow).state()).isEqualTo(State.SENT);
        assertThat(found(refused).state()).isEqualTo(State.DEAD);
        assertThat(parts.contacts().since("p-1", NOON)).isEqualTo(1);
    }

    @Test
    void keepsTheNightQuiet() {
        clock.set(Instant.parse("2026-07-01T15:00:00Z"));
        UUID yellow = outbox.put(message("YELLOW"), "system");
        UUID red = outbox.put(message("RED"), "system");

        sendAllDue();

        assertThat(found(yellow).due()).isEqualTo(Instant.parse("2026-07-02T00:00:00Z"));
        assertThat(found(red).state()).isEqualTo(State.SENT);
        clock.set(Instant.parse("2026-07-02T00:00:00Z"));
        sendAllDue();
        assertThat(found(yellow).state()).isEqualTo(State.SENT);
    }

    @Test
    void tellsTheGuardianAndInTheirLanguage() {
        addressee = new Addressee(Who.GUARDIAN, "13900002222", "en");
        UUID own = outbox.put(new Order.Message("c-1", "p-1", "RED", "FLASH", "loan", null), "quanzu");
        assertThat(found(own).body()).contains("\"texts\"").doesNotContain("\"to\"");

        sendAllDue();

        assertThat(receiver.posts())
                .singleElement()
                .satisfies(post -> assertThat(post.body())
                        .contains("\"channel\":\"FLASH\"", "\"language\":\"en\"", "no genuine lender")
                        .contains("\"to\":{\"who\":\"GUARDIAN\",\"phone\":\"13900002222\"}")
                        .doesNotContain("texts", "正规贷款"));
        assertThat(found(own).body()).isEqualTo(receiver.posts().get(0).body());
    }

    @Test
    void postsTheSameWordsAgainWhoeverThePersonIsByThen() {
        outbox.put(new Order.Message("c-1", "p-1", "RED", "SMS", "loan", null), "quanzu");
        receiver.answers(503);
        sendAllDue();
        addressee = new Addressee(Who.PERSON, null, "en");
        clock.advance(Duration.ofMinutes(2));
        sendAllDue();

        assertThat(receiver.posts())
                .hasSize(2)
                .extracting(Receiver.Post::body)
                .containsOnly(receiver.posts().get(0).body());
    }

    @Test
    void putsAnOrderOfOneIdOnce() {
        UUID id = UUID.randomUUID();

        boolean first = outbox.put(id, stop(), "li");
        boolean second = outbox.put(id, stop(), "li");

        assertThat(List.of(first, second)).containsExactly(true, false);
        assertThat(outbox.ofCase("c-1")).hasSize(1);
        assertThat(outbox.stopsLeft("6222021234567890")).isEqualTo(1);
    }

    @Test
    void takesUpWhatASenderBeforeLeftAtOnce() {
        UUID visit = outbox.put(visit(), "li");
        UUID stop = outbox.put(stop(), "li");
        JdbcDeliveries deliveries = new JdbcDeliveries(database, TestSeal.SEAL);
        for (UUID id : List.of(visit, stop)) {
            deliveries.save(found(id).taken(NOON, NOON.plusSeconds(120)));
        }

        sendAllDue();
        assertThat(receiver.posts()).isEmpty();
        sender.takeOver();
        sendAllDue();

        assertThat(receiver.posts()).extracting(Receiver.Post::key).containsExactly(visit.toString());
        assertThat(found(stop).state()).isEqualTo(State.UNCERTAIN);
    }

    @Test
    void listsTheExceptionsInForce() {
        Instant until = NOON.plus(Duration.ofHours(2));
        UUID id = outbox.put(
                new Order.ProtectiveTransfer("c-1", "p-1", PAYEE, new BigDecimal("100000"), "to the spouse", until),
                "li");

        assertThat(outbox.exceptions("p-1")).extracting(Delivery::id).containsExactly(id);
        assertThat(outbox.exceptions("p-2")).isEmpty();
        clock.set(until);
        assertThat(outbox.exceptions("p-1")).isEmpty();
    }

    @Test
    void dropsWhatIsNoLongerWorthSending() {
        UUID id = outbox.put(message("RED"), "system");

        clock.advance(Duration.ofHours(13));
        sendAllDue();

        assertThat(found(id).state()).isEqualTo(State.LAPSED);
        assertThat(receiver.posts()).isEmpty();
    }

    @Test
    void letsTheNextMessageGoOutForOneThatNeverDid() {
        UUID id = outbox.put(message("RED"), "quanzu");
        JdbcClient jdbc = JdbcClient.create(database);
        jdbc.sql("insert into automatic_messages values ('p-1', 'loan', 'RED', 4, now(), ?)")
                .param(id)
                .update();

        clock.advance(Duration.ofHours(13));
        sendAllDue();

        assertThat(jdbc.sql("select count(*) from automatic_messages")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void letsAProtectiveTransferPassUntilItEnds() {
        Instant until = NOON.plus(Duration.ofHours(2));
        outbox.put(
                new Order.ProtectiveTransfer("c-1", "p-1", PAYEE, new BigDecimal("100000"), "to the spouse", until),
                "li");

        ExceptionsInForce exceptions = new ExceptionsInForce(new JdbcDeliveries(database, TestSeal.SEAL), clock);
        exceptions.refresh();

        assertThat(exceptions.find("p-1", "6222 0212 3456 7890", NOON.plusSeconds(1)))
                .contains(new ProtectiveTransfers.Exception(NOON, new BigDecimal("100000.00")));
        assertThat(exceptions.find("p-1", "6222021234567891", NOON)).isEmpty();
        assertThat(exceptions.find("p-2", "6222021234567890", NOON)).isEmpty();
        assertThat(exceptions.find("p-1", "6222021234567890", until)).isEmpty();
        clock.set(until);
        exceptions.refresh();
        assertThat(exceptions.find("p-1", "6222021234567890", NOON)).isEmpty();
    }

    @Test
    void refusesAFreezeThatLastsLongerThanTheLawAllows() {
        Order order = new Order.Freeze("c-1", "p-1", PAYEE, "document 7", NOON.plus(Duration.ofDays(190)));

        assertThatThrownBy(() -> outbox.put(order, "li")).hasMessageContaining("Maybe");
    }

    @Test
    void refusesAnExceptionThatLastsLongerThanADay() {
        Order order = new Order.ProtectiveTransfer(
                "c-1", "p-1", PAYEE, BigDecimal.TEN, "to the spouse", NOON.plus(Duration.ofHours(25)));

        assertThatThrownBy(() -> outbox.put(order, "li")).hasMessageContaining("within 24 hours");
    }

    @Test
    void sendsStopPaymentsBeforeAnythingElse() {
        outbox.put(message("RED"), "system");
        outbox.put(visit(), "li");
        outbox.put(stop(), "li");

        sendAllDue();

        assertThat(receiver.posts())
                .extracting(Receiver.Post::path)
                .containsExactly("/STOP_PAYMENT", "/VISIT", "/MESSAGE");
    }
}
