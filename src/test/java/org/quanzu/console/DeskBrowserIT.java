package org.quanzu.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quanzu.platform.RunningQuanzu;
import org.quanzu.platform.access.Role;
import org.quanzu.platform.access.Users;
import org.quanzu.testkit.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

/** The way of a case through the desk as an operator sees it, from the event to the second episode. */
class DeskBrowserIT {
    private static final String PASSWORD = "an operator's password";
    private static final String CALL = """
            {"eventId":"%s","personId":"%s","occurredAt":"%s","direction":"IN","number":"+447700900123",
            "answered":true,"state":"ACTIVE"}""";

    @TempDir
    private static Path data;

    private static RunningQuanzu quanzu;
    private static Chromium chromium;

    @BeforeAll
    static void start() {
        Chromium.require();
        quanzu = RunningQuanzu.on(data, "--quanzu.api-key=" + RunningQuanzu.KEY);
        String hash = quanzu.context().getBean(PasswordEncoder.class).encode(PASSWORD);
        quanzu.context().getBean(Users.class).add("li", "李四", Role.OPERATOR, List.of("DESK"), hash);
        chromium =
                Chromium.at(quanzu.context().getEnvironment().getRequiredProperty("local.server.port", Integer.class));
    }

    @AfterAll
    static void stop() {
        if (chromium != null) {
            chromium.close();
        }
        if (quanzu != null) {
            quanzu.close();
        }
    }

    @Test
    void leadsACaseFromTheEventToTheSecondEpisode() {
        signsIn();
        showsTheCaseWithoutReload();
        String page = showsWhatTheOperatorNeeds();
        goesAllWaysWhenTheLineStaysBusy();
        putsOffWhoIsBusy(page);
        closesWithAnOutcome(page);
        followsUp(page);
        bringsTheCaseBackForANewPayment();
        showsNewCasesSoon();
    }

    private static void signsIn() {
        chromium.open("/console/");
        chromium.see("01-sign-in");

        chromium.type("#name", "li");
        chromium.type("#password", PASSWORD);
        chromium.submit("main button");

        assertThat(chromium.path()).isEqualTo("/console/queue");
        assertThat(chromium.text(".empty")).startsWith("Nobody waits");
        chromium.see("02-empty-queue");
    }

    private static void showsTheCaseWithoutReload() {
        tell("PUT", "/persons/p-1", "{\"phones\":[\"13812345678\"]}");
        chromium.mark();

        tell("POST", "/calls", CALL.formatted("c-1", "p-1", Times.minutesAgo(40)));
        String answer = pay("t-1", "p-1", "8600.00");
        awaitRow("8,600");
        chromium.see("03-queue-with-case");

        assertThat(answer).contains("\"level\":\"RED\"", "\"decision\":\"HOLD\"");
        assertThat(chromium.isMarked()).isTrue();
    }

    private static String showsWhatTheOperatorNeeds() {
        chromium.submit("#next button");
        chromium.see("04-case");

        assertThat(chromium.path()).startsWith("/console/cases/");
        assertThat(chromium.text(".facts")).contains("138****5678", "¥8,600.00");
        assertThat(chromium.text(".script"))
                .contains("payment of 8600.00", "These facts are for you")
                .doesNotContain("{", "}");
        assertThat(chromium.text("section[aria-labelledby=reasons-title]")).contains("points");
        assertThat(chromium.count("section[aria-labelledby=timeline-title] li")).isBetween(2, 3);
        assertThat(chromium.text("section[aria-labelledby=history-title]")).contains("Opened", "Taken");
        return chromium.path();
    }

    private static void goesAllWaysWhenTheLineStaysBusy() {
        chromium.type("#attempt-note", "still talking");
        chromium.submit("button[name=contact][value=BUSY]");

        assertThat(chromium.text("main > .notice")).isEqualTo("The try was recorded.");
        assertThat(chromium.text("section[aria-labelledby=attempts-title]")).contains("Busy", "still talking");
        assertThat(chromium.count(".parallel")).isZero();

        chromium.submit("button[name=contact][value=BUSY]");
        chromium.see("05-busy-twice");
        chromium.submit(".parallel button");

        assertThat(chromium.text("#orders")).contains("Visit", "Message");
        chromium.see("05-visit-and-message");
    }

    private static void putsOffWhoIsBusy(String page) {
        chromium.submit("form[action$=put-off] button");

        assertThat(chromium.path()).isEqualTo("/console/queue");
        chromium.see("06-put-off");
        chromium.open(page);
        assertThat(chromium.text(".summary")).contains("waiting for the next try");
        chromium.see("07-waiting");
    }

    private static void closesWithAnOutcome(String page) {
        chromium.submit(".take button");
        chromium.choose("#contact", "REACHED_PHONE");
        chromium.choose("#finding", "SCAM_STOPPED_BEFORE_LOSS");
        chromium.type("[name=attempted]", "8600");
        chromium.type("[name=payeeAccounts]", "6222020200112233445");
        chromium.type("#note", "Hung up on the caller and went to the branch.");
        chromium.see("08-outcome");
        chromium.submit(".outcome button");

        assertThat(chromium.text("main > .notice")).isEqualTo("The outcome was recorded.");
        assertThat(chromium.count("tbody tr")).isZero();
        chromium.see("09-concluded");
        chromium.open(page);
        assertThat(chromium.text(".summary")).contains("closed");
        assertThat(chromium.text("section[aria-labelledby=attempts-title]"))
                .contains("Dissuaded before any loss", "Follow-ups", "open");
        chromium.see("10-closed");
    }

    /** Four hours later, which a test does not wait for. */
    private static void followsUp(String page) {
        JdbcClient.create(quanzu.context().getBean(DataSource.class))
                .sql("update follow_ups set due_at = now() where due_at = (select min(due_at) from follow_ups)")
                .update();
        chromium.open("/console/queue");
        awaitRow("8,600");
        chromium.submit("#next button");

        assertThat(chromium.path()).isEqualTo(page);
        assertThat(chromium.text("section[aria-labelledby=history-title]")).contains("Follow-up due");
        chromium.choose("#contact", "REACHED_PHONE");
        chromium.choose("#finding", "SCAM_STOPPED_BEFORE_LOSS");
        chromium.submit(".outcome button");
        assertThat(chromium.text("main > .notice")).isEqualTo("The outcome was recorded.");
    }

    private static void bringsTheCaseBackForANewPayment() {
        chromium.open("/console/queue");
        chromium.mark();

        pay("t-2", "p-1", "9300.00");
        awaitRow("episode 2");

        assertThat(chromium.isMarked()).isTrue();
        chromium.see("11-again");
        chromium.submit("#next button");
        assertThat(chromium.text(".summary")).contains("episode 2");
        assertThat(chromium.text("section[aria-labelledby=history-title]"))
                .contains("Closed", "New payment after closing");
        chromium.see("12-second-episode");
    }

    /** Of twenty further persons, how long after the answer each is on the page; the times are for the record of figures. */
    private static void showsNewCasesSoon() {
        chromium.open("/console/queue");
        List<Long> millis = new ArrayList<>();
        for (int i = 1; i <= 20; i++) {
            String person = "soon-" + i;
            tell("POST", "/calls", CALL.formatted("c-" + person, person, Times.minutesAgo(40)));
            pay("t-" + person, person, (20_000 + i) + ".00");
            millis.add(awaitRow("20,0%02d".formatted(i)));
        }
        millis.sort(null);
        System.out.println("A new case is on the page after %d ms (median), %d ms (p95) of 20"
                .formatted(millis.get(9), millis.get(18)));
        chromium.see("13-many");
    }

    private static long awaitRow(String text) {
        long start = System.nanoTime();
        Awaitility.await()
                .pollInterval(Duration.ofMillis(20))
                .ignoreExceptions()
                .until(() -> chromium.text("tbody").contains(text));
        return Duration.ofNanos(System.nanoTime() - start).toMillis();
    }

    private static String pay(String id, String person, String amount) {
        return tell("POST", "/transactions", """
                {"eventId":"%s","personId":"%s","occurredAt":"%s","direction":"OUT","amount":"%s","currency":"CNY",
                "counterparty":{"account":"6222020200112233445","kind":"PERSONAL"},
                "purpose":"TRANSFER","channel":"MOBILE_APP","status":"ATTEMPTED"}""".formatted(id, person, Times.minutesAgo(0), amount));
    }

    private static String tell(String method, String path, String body) {
        HttpResponse<String> answer = quanzu.send(quanzu.request("/api/v1" + path)
                .header("Authorization", "Bearer " + RunningQuanzu.KEY)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build());
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        return answer.body();
    }
}
