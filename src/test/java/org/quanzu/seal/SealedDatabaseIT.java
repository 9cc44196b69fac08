package org.quanzu.seal;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.math.BigDecimal;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.quanzu.desk.Hold;
import org.quanzu.desk.contact.Channel;
import org.quanzu.desk.contact.Contact;
import org.quanzu.desk.handover.HandOvers;
import org.quanzu.desk.handover.Receiver;
import org.quanzu.desk.queue.Queue;
import org.quanzu.desk.timeline.Timelines;
import org.quanzu.desk.work.Because;
import org.quanzu.desk.work.Desk;
import org.quanzu.desk.work.Finding;
import org.quanzu.desk.work.Report;
import org.quanzu.desk.work.Works;
import org.quanzu.outreach.Order;
import org.quanzu.outreach.Outbox;
import org.quanzu.outreach.Payee;
import org.quanzu.platform.RunningQuanzu;
import org.quanzu.testkit.StoredText;
import org.quanzu.testkit.TestDatabase;
import org.quanzu.testkit.Times;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;

/** The whole product at work, and then what somebody who stole the database could read. */
@ExtendWith(OutputCaptureExtension.class)
class SealedDatabaseIT {
    private static final String CALLER = "447700900987";
    private static final String ACCOUNT = "6222021234567899";
    private static final String PAYEE = "赵某某";
    private static final String MEMO = "给儿子买房";
    private static final String PHONE = "13912345987";
    private static final String OWN_ACCOUNT = "6217000011112222";
    private static final String TOWN = "Linhe-by-the-river";
    private static final List<String> NOTES =
            List.of("attempt-note", "outcome-note", "hand-over-note", "feedback-note", "lower-note", "visit-note");
    private static final HikariDataSource DATABASE = TestDatabase.fresh();
    private static final StoredText STORED = new StoredText(DATABASE);

    @TempDir
    private static Path data;

    private static RunningQuanzu quanzu;

    @BeforeAll
    static void work() {
        quanzu = start();
        tell("PUT", "/persons/p-1", """
                {"phones":["%s"],"ownAccounts":["%s"],"household":["p-2"],"birthYear":1961,"town":"%s",
                "guardianContact":"son 13700001111"}""".formatted(PHONE, OWN_ACCOUNT, TOWN));
        tell("POST", "/calls", """
                {"eventId":"c-1","phone":"%s","occurredAt":"%s","direction":"IN","number":"+%s","answered":true,
                "state":"ENDED","durationSeconds":1800}""".formatted(PHONE, Times.minutesAgo(40), CALLER));
        tell("POST", "/messages", """
                {"eventId":"m-1","personId":"p-1","occurredAt":"%s","direction":"IN","sender":"+%s","channel":"SMS",
                "hasLink":true}""".formatted(Times.minutesAgo(30), CALLER));
        for (int i = 0; i < 55; i++) {
            pay("t-" + i, 8600 + i, 25);
        }
        tell("POST", "/persons/p-1/feedback", """
                {"feedbackId":"f-1","finding":"GENUINE","eventIds":["t-1"],"note":"feedback-note"}""");
        workOnTheCase();
    }

    private static RunningQuanzu start() {
        return RunningQuanzu.on(
                data,
                "--quanzu.api-key=" + RunningQuanzu.KEY,
                "--spring.datasource.url=" + DATABASE.getJdbcUrl(),
                "--spring.datasource.username=postgres");
    }

    private static void pay(String id, int amount, int minutes) {
        tell("POST", "/transactions", """
                {"eventId":"%s","personId":"p-1","occurredAt":"%s","direction":"OUT","amount":"%d","currency":"CNY",
                "counterparty":{"account":"%s","kind":"PERSONAL","name":"%s"},"purpose":"TRANSFER","channel":"MOBILE_APP",
                "status":"COMPLETED","memo":"%s"}""".formatted(id, Times.minutesAgo(minutes), amount, ACCOUNT, PAYEE, MEMO));
    }

    private static void workOnTheCase() {
        Hold hold = part(Queue.class)
                .takeNext("li", Set.of("COMMUNITY", "DESK", "STATION"))
                .orElseThrow()
                .hold();
        Desk desk = part(Desk.class);
        desk.attempt(hold, Channel.VOICE, Contact.BUSY, "attempt-note " + PAYEE);
        part(HandOvers.class).offer(hold, Receiver.user("wang"), "hand-over-note " + PAYEE);
        int version = version();
        desk.lowerLevel(hold.caseId(), version, "ORANGE", new Because("li", "lower-note " + PAYEE));
        part(Outbox.class).put(stop(hold.caseId()), "li");
        part(Outbox.class)
                .put(new Order.Visit(hold.caseId(), "p-1", "STATION", Duration.ofHours(1), "visit-note"), "li");
        Report.Facts facts = new Report.Facts(
                null,
                null,
                new BigDecimal("8600"),
                null,
                new Report.Averted(null, null, null),
                List.of(ACCOUNT),
                List.of("+" + CALLER),
                List.of("com.fake.loan"));
        desk.conclude(
                hold,
                version(),
                new Report(Contact.REACHED_PHONE, Finding.SCAM_STOPPED_BEFORE_LOSS, facts, "outcome-note " + PAYEE));
    }

    private static Order stop(String caseId) {
        return new Order.StopPayment(
                caseId,
                "p-1",
                new Payee(PAYEE, "ICBC", ACCOUNT),
                new BigDecimal("8600"),
                OffsetDateTime.now().toInstant());
    }

    private static int version() {
        return new JdbcTemplate(DATABASE).queryForObject("select version from cases", Integer.class);
    }

    private static <T> T part(Class<T> type) {
        return quanzu.context().getBean(type);
    }

    private static HttpResponse<String> tell(String method, String path, String body) {
        HttpResponse<String> answer = quanzu.send(quanzu.request("/api/v1" + path)
                .header("Authorization", "Bearer " + RunningQuanzu.KEY)
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build());
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        return answer;
    }

    @AfterAll
    static void stop() {
        quanzu.close();
        DATABASE.close();
    }

    private static Stream<String> secrets() {
        return Stream.concat(
                Stream.of(CALLER, ACCOUNT, PAYEE, MEMO, PHONE, OWN_ACCOUNT, TOWN, "13700001111", "com.fake.loan"),
                NOTES.stream());
    }

    @Test
    void showsNoNumberNameAccountOrNote() {
        assertThat(secrets())
                .allSatisfy(
                        secret -> assertThat(STORED.holding(secret)).as(secret).isEmpty());
    }

    @Test
    void wouldFindWhatIsInClear() {
        JdbcTemplate jdbc = new JdbcTemplate(DATABASE);
        byte[] planted = "planted-1".getBytes(StandardCharsets.UTF_8);
        jdbc.update("update profiles set snapshot = ? || snapshot", (Object) planted);
        jdbc.update("update case_history set detail = 'planted-2' where id = (select min(id) from case_history)");
        jdbc.update("update event_keys set person_id = person_id || 'planted-3' where event_id = 't-5'");
        jdbc.update("insert into audit_log select max(id) + 1, now(), 'a', 'b', 'c', '{\"d\":\"planted-4\"}', '', ''"
                + " from audit_log");

        assertThat(STORED.holding("planted-1")).containsExactly("profiles.snapshot");
        assertThat(STORED.holding("planted-2")).containsExactly("case_history.detail");
        assertThat(STORED.holding("planted-3")).containsExactly("event_keys.person_id");
        assertThat(STORED.holding("planted-4")).containsExactly("audit_log.detail");

        jdbc.update("update profiles set snapshot = substring(snapshot from 10)");
        jdbc.update("update event_keys set person_id = 'p-1' where event_id = 't-5'");
    }

    @Test
    void findsEverythingAgainAfterARestart(CapturedOutput output) throws Exception {
        String before = tell("GET", "/persons/p-1", "").body();
        quanzu.close();
        quanzu = start();

        String caseId = new JdbcTemplate(DATABASE).queryForObject("select case_id from cases", String.class);
        assertThat(tell("GET", "/persons/p-1", "").body()).isEqualTo(before).contains(PHONE, TOWN);
        assertThat(part(Works.class).outcomes(caseId))
                .singleElement()
                .returns("outcome-note " + PAYEE, outcome -> outcome.report().note())
                .returns(List.of(ACCOUNT), outcome -> outcome.report().facts().payeeAccounts());
        assertThat(part(Outbox.class).ofCase(caseId))
                .anySatisfy(order -> assertThat(order.body()).contains(ACCOUNT, PAYEE));
        assertThat(part(Timelines.class)
                        .of("p-1", Instant.now().minus(Duration.ofHours(2)), 100)
                        .moments())
                .hasSize(57);
        String key = Files.readString(data.resolve("encryption.key"));
        assertThat(HexFormat.of().parseHex(key)).hasSize(32);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("encryption.key"))))
                .isEqualTo("rw-------");
        assertThat(output.getAll()).doesNotContain(key).doesNotContain(ACCOUNT).doesNotContain(PAYEE);
    }
}
