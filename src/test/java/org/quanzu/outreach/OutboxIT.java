package org.quanzu.outreach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
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
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.quanzu.audit.AuditConfiguration;
import org.quanzu.audit.AuditLog;
import org.quanzu.outreach.Delivery.State;
import org.quanzu.outreach.webhook.Backoff;
import org.quanzu.outreach.webhook.Webhook;
import org.quanzu.outreach.webhook.WebhookClient;
import org.quanzu.testkit.SettableClock;
import org.quanzu.testkit.TestDatabase;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class OutboxIT {
    private static final Instant NOON = Instant.parse("2026-07-01T04:00:00Z");
    private static final Payee PAYEE = new Payee("Zhang San", "ICBC", "6222 0212-3456 7890");
    private final HikariDataSource database = TestDatabase.fresh();
    private final TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(database));
    private final SettableClock clock = new SettableClock(NOON);
    private final AuditLog audit = audit(database);
    private final Outbox outbox = new Outbox(
            new JdbcDeliveries(database),
            transaction,
            new MessageTexts(""),
            audit,
            new SecretKeySpec(new byte[32], "HmacSHA256"),
            clock);
    private final Receiver receiver = new Receiver();
    private final WebhookClient client = new WebhookClient(true, Duration.ofSeconds(2));
    private final Sender sender = sender(database, everyKind());

    OutboxIT() throws IOException {}

    @AfterEach
    void close() throws IOException {
        client.close();
        receiver.close();
        database.close();
    }

    private AuditLog audit(DataSource source) {
        try (var context = new AnnotationConfigApplicationContext()) {
            context.registerBean("database", DataSource.class, () -> source, bean -> bean.setDestroyMethodName(""));
            context.registerBean("clock", SettableClock.class, () -> clock);
            context.register(AuditConfiguration.class);
            context.refresh();
            return context.getBean(AuditLog.class);
        }
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
                2,
                LocalTime.of(21, 0),
                LocalTime.of(8, 0),
                ZoneId.of("Asia/Shanghai"),
                Set.of("RED", "ORANGE"));
        return new Sender(
                new JdbcDeliveries(source),
                new TransactionTemplate(new JdbcTransactionManager(source)),
                settings,
                client,
                new Backoff(Duration.ofSeconds(4), Duration.ofMinutes(1), new Random(7)),
                source == database ? audit : audit(source),
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
        assertThat(audit.about("order:" + id, 10))
                .extracting(entry ->
                        entry.who() + " " + entry.what() + " " + entry.detail().get("state"))
                .containsExactly(
                        "outreach outreach.state SENT", "outreach outreach.state SENDING", "li outreach.put PENDING");
        assertThat(audit.about("order:" + id, 10).toString()).doesNotContain("6222", "Zhang");
        assertThat(audit.verify().isIntact()).isTrue();
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
        assertThat(outbox.in(State.SHOWN, 10)).extracting(Delivery::id).containsExactly(id);
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
        assertThat(outbox.in(State.DEAD, 10)).extracting(Delivery::id).containsExactly(id);
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
        assertThat(new JdbcDeliveries(again).ofCase("c-1").get(0).state()).isEqualTo(State.SENT);
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
        assertThat(new JdbcDeliveries(again).ofCase("c-1").get(0).state()).isEqualTo(State.UNCERTAIN);
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
    void capsTheMessagesOfADayAndKeepsTheNightQuiet() {
        clock.set(Instant.parse("2026-07-01T14:00:00Z"));
        UUID yellow = outbox.put(message("YELLOW"), "system");
        UUID red = outbox.put(message("RED"), "system");
        sendAllDue();
        assertThat(found(yellow).due()).isEqualTo(Instant.parse("2026-07-02T00:00:00Z"));
        assertThat(found(red).state()).isEqualTo(State.SENT);

        clock.set(Instant.parse("2026-07-02T00:00:00Z"));
        UUID second = outbox.put(message("RED"), "system");
        UUID third = outbox.put(message("RED"), "system");
        sendAllDue();

        assertThat(List.of(yellow, second, third))
                .extracting(id -> found(id).state())
                .containsExactlyInAnyOrder(State.SENT, State.SENT, State.WITHHELD);
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
    void letsAProtectiveTransferPassUntilItEnds() {
        Instant until = NOON.plus(Duration.ofHours(2));
        outbox.put(
                new Order.ProtectiveTransfer("c-1", "p-1", PAYEE, new BigDecimal("100000"), "to the spouse", until),
                "li");

        assertThat(outbox.protectedUntil("p-1", "6222021234567890")).contains(until);
        assertThat(outbox.protectedUntil("p-1", "6222021234567891")).isEmpty();
        assertThat(outbox.protectedUntil("p-2", "6222021234567890")).isEmpty();
        clock.set(until);
        assertThat(outbox.protectedUntil("p-1", "6222021234567890")).isEmpty();
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
