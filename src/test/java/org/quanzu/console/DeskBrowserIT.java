package org.quanzu.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quanzu.platform.RunningQuanzu;
import org.quanzu.platform.access.Role;
import org.quanzu.platform.access.Users;
import org.springframework.security.crypto.password.PasswordEncoder;

/** The way of a case through the desk as an operator sees it, from the event to the second episode. */
class DeskBrowserIT {
    private static final String PASSWORD = "an operator's password";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

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
        putsOffWhoIsBusy(page);
        closesWithAnOutcome(page);
        bringsTheCaseBackForANewPayment();
    }

    private static void signsIn() {
        chromium.open("/console/");
        chromium.picture("01-sign-in");

        chromium.type("#name", "li");
        chromium.type("#password", PASSWORD);
        chromium.submit("main button");

        assertThat(chromium.path()).isEqualTo("/console/queue");
        assertThat(chromium.text(".empty")).startsWith("Nobody waits");
        chromium.picture("02-empty-queue");
    }

    private static void showsTheCaseWithoutReload() {
        tell("PUT", "/persons/p-1", "{\"phones\":[\"13812345678\"]}");
        chromium.mark();

        String call = """
                {"eventId":"c-1","personId":"p-1","occurredAt":"%s","direction":"IN","number":"+447700900123",
                "answered":true,"state":"ACTIVE"}""";
        tell("POST", "/calls", call.formatted(minutesAgo(40)));
        String answer = pay("t-1", "8600.00");
        awaitRow("8,600");
        chromium.picture("03-queue-with-case");

        assertThat(answer).contains("\"level\":\"RED\"", "\"decision\":\"HOLD\"");
        assertThat(chromium.isMarked()).isTrue();
    }

    private static String showsWhatTheOperatorNeeds() {
        chromium.submit("#next button");
        chromium.picture("04-case");

        assertThat(chromium.path()).startsWith("/console/cases/");
        assertThat(chromium.text(".facts")).contains("138****5678", "¥8,600.00");
        assertThat(chromium.text(".script"))
                .contains("payment of 8600.00", "These facts are for you")
                .doesNotContain("{", "}");
        assertThat(chromium.text("section[aria-labelledby=reasons-title]")).contains("points");
        assertThat(chromium.count("section[aria-labelledby=timeline-title] li")).isEqualTo(2);
        assertThat(chromium.text("section[aria-labelledby=history-title]")).contains("Opened", "Taken");
        return chromium.path();
    }

    private static void putsOffWhoIsBusy(String page) {
        chromium.type("#attempt-note", "still talking");
        chromium.submit("button[name=contact][value=BUSY]");

        assertThat(chromium.text("main > .notice")).isEqualTo("The try was recorded.");
        assertThat(chromium.text("section[aria-labelledby=attempts-title]")).contains("Busy", "still talking");
        chromium.picture("05-busy");

        chromium.submit("form[action$=put-off] button");

        assertThat(chromium.path()).isEqualTo("/console/queue");
        chromium.picture("06-put-off");
        chromium.open(page);
        assertThat(chromium.text(".summary")).contains("waiting for the next try");
        chromium.picture("07-waiting");
    }

    private static void closesWithAnOutcome(String page) {
        chromium.submit(".take button");
        chromium.choose("#contact", "REACHED_PHONE");
        chromium.choose("#finding", "SCAM_STOPPED_BEFORE_LOSS");
        chromium.type("[name=attempted]", "8600");
        chromium.type("[name=payeeAccounts]", "6222020200112233445");
        chromium.type("#note", "Hung up on the caller and went to the branch.");
        chromium.picture("08-outcome");
        chromium.submit(".outcome button");

        assertThat(chromium.text("main > .notice")).isEqualTo("The outcome was recorded.");
        assertThat(chromium.count("tbody tr")).isZero();
        chromium.picture("09-concluded");
        chromium.open(page);
        assertThat(chromium.text(".summary")).contains("closed");
        assertThat(chromium.text("section[aria-labelledby=attempts-title]"))
                .contains("Dissuaded before any loss", "Follow-ups", "open");
        chromium.picture("10-closed");
    }

    private static void bringsTheCaseBackForANewPayment() {
        chromium.open("/console/queue");
        chromium.mark();

        pay("t-2", "9300.00");
        awaitRow("episode 2");

        assertThat(chromium.isMarked()).isTrue();
        chromium.picture("11-again");
        chromium.submit("#next button");
        assertThat(chromium.text(".summary")).contains("episode 2");
        assertThat(chromium.text("section[aria-labelledby=history-title]"))
                .contains("Closed", "New payment after closing");
        chromium.picture("12-second-episode");
    }

    private static void awaitRow(String text) {
        long start = System.nanoTime();
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .ignoreExceptions()
                .until(() -> chromium.text("tbody tr").contains(text));
        System.out.println("The queue shows \"%s\" %d ms after the answer"
                .formatted(text, Duration.ofNanos(System.nanoTime() - start).toMillis()));
    }

    private static String pay(String id, String amount) {
        return tell("POST", "/transactions", """
                {"eventId":"%s","personId":"p-1","occurredAt":"%s","direction":"OUT","amount":"%s","currency":"CNY",
                "counterparty":{"account":"6222020200112233445","kind":"PERSONAL"},
                "purpose":"TRANSFER","channel":"MOBILE_APP","status":"ATTEMPTED"}""".formatted(id, minutesAgo(0), amount));
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

    private static OffsetDateTime minutesAgo(int minutes) {
        return OffsetDateTime.now(ZoneOffset.ofHours(8))
                .truncatedTo(ChronoUnit.SECONDS)
                .minusMinutes(minutes);
    }
}
