package org.quanzu.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quanzu.outreach.Receiver;
import org.quanzu.platform.RunningQuanzu;
import org.quanzu.platform.access.Role;
import org.quanzu.platform.access.Users;
import org.quanzu.testkit.Times;
import org.springframework.security.crypto.password.PasswordEncoder;

/** What leaves the house for a case, as its operator sees it and as the receivers get it. */
class OrderBrowserIT {
    private static final String PASSWORD = "a supervisor's password";

    @TempDir
    private static Path data;

    private static Receiver receiver;
    private static RunningQuanzu quanzu;
    private static Chromium chromium;

    @BeforeAll
    static void start() throws IOException {
        Chromium.require();
        receiver = new Receiver();
        quanzu = RunningQuanzu.on(
                data,
                "--quanzu.api-key=" + RunningQuanzu.KEY,
                "--quanzu.outreach.allow-private=true",
                webhook("stop-payment", "url=" + receiver.url("/stops")),
                webhook("stop-payment", "secret=0123456789abcdef"),
                webhook("visit", "url=" + receiver.url("/visits")),
                webhook("visit", "secret=0123456789abcdef"),
                webhook("message", "url=" + receiver.url("/messages")),
                webhook("message", "secret=0123456789abcdef"));
        String hash = quanzu.context().getBean(PasswordEncoder.class).encode(PASSWORD);
        quanzu.context().getBean(Users.class).add("chen", "陈队", Role.SUPERVISOR, List.of("DESK", "STATION"), hash);
        chromium =
                Chromium.at(quanzu.context().getEnvironment().getRequiredProperty("local.server.port", Integer.class));
    }

    private static String webhook(String kind, String setting) {
        return "--quanzu.outreach.webhooks." + kind + "." + setting;
    }

    @AfterAll
    static void stop() {
        if (chromium != null) {
            chromium.close();
        }
        if (quanzu != null) {
            quanzu.close();
        }
        if (receiver != null) {
            receiver.close();
        }
    }

    @Test
    void leadsOrdersFromTheCaseToThoseWhoCarryThemOut() {
        tellsThePersonByItself();
        takesTheCase();
        goesAllWaysAtOnceWhenTheLineStaysBusy();
        asksAPersonWhatBecameOfAStop();
        allowsAProtectiveTransfer();
        listsWhatIsOutside();
    }

    private static List<Receiver.Post> posts(String path) {
        return receiver.posts().stream()
                .filter(post -> post.path().equals(path))
                .toList();
    }

    private static void tellsThePersonByItself() {
        tell("PUT", "/persons/p-1", "{\"phones\":[\"13812345678\"],\"language\":\"en\"}");
        tell("POST", "/calls", """
                {"eventId":"c-1","personId":"p-1","occurredAt":"%s","direction":"IN","number":"+447700900123",
                "answered":true,"state":"ACTIVE"}""".formatted(Times.minutesAgo(40)));
        String answer = tell("POST", "/transactions", """
                {"eventId":"t-1","personId":"p-1","occurredAt":"%s","direction":"OUT","amount":"8600.00","currency":"CNY",
                "counterparty":{"account":"6222020200112233445","kind":"PERSONAL","bank":"ICBC"},
                "purpose":"TRANSFER","channel":"MOBILE_APP","status":"ATTEMPTED"}""".formatted(Times.minutesAgo(0)));

        assertThat(answer).contains("\"level\":\"RED\"");
        Awaitility.await()
                .untilAsserted(() -> assertThat(posts("/messages"))
                        .isNotEmpty()
                        .last()
                        .satisfies(post -> assertThat(post.body())
                                .contains(
                                        "\"channel\":\"FLASH\"", "\"phone\":\"13812345678\"", "\"language\":\"en\"")));
    }

    private static void takesTheCase() {
        chromium.open("/console/");
        chromium.type("#name", "chen");
        chromium.type("#password", PASSWORD);
        chromium.submit("main button");
        Awaitility.await().ignoreExceptions().until(() -> chromium.count("tbody tr") > 0);
        chromium.submit("#next button");

        assertThat(chromium.text("#orders")).contains("Plan of the latest warning", "Visit the person", "Message");
        assertThat(chromium.text(".told")).contains("From the anti-fraud centre");
        chromium.click("details.as-list summary");
        assertThat(chromium.text("section[aria-labelledby=timeline-title]")).contains("Told");
    }

    private static void goesAllWaysAtOnceWhenTheLineStaysBusy() {
        int before = posts("/messages").size();
        chromium.submit("button[name=contact][value=BUSY]");
        assertThat(chromium.count(".parallel")).isZero();
        chromium.submit("button[name=contact][value=BUSY]");
        chromium.see("orders-01-busy");

        chromium.submit(".parallel button");

        assertThat(chromium.text("main > .notice")).contains("visit was ordered and the message is on its way");
        assertThat(chromium.count(".parallel")).isZero();
        Awaitility.await().untilAsserted(() -> {
            assertThat(posts("/messages")).hasSize(before + 1);
            assertThat(posts("/visits")).hasSize(1);
        });
        assertThat(posts("/visits").get(0).body()).contains("\"unit\":\"STATION\"", "See the person at home");
    }

    private static void asksAPersonWhatBecameOfAStop() {
        receiver.answers(503);
        chromium.click("details:has(> form[action$=stop-payment]) > summary");
        chromium.click("form[action$=stop-payment] details.complete summary");
        chromium.type("form[action$=stop-payment] [name=payeeName]", "张三");
        chromium.submit("form[action$=stop-payment] > button");

        assertThat(chromium.text("main > .notice")).isEqualTo("The stop-payment was ordered.");
        Awaitility.await().ignoreExceptions().until(() -> {
            chromium.open(chromium.path());
            return chromium.text("#orders").contains("not known whether carried out");
        });
        assertThat(posts("/stops"))
                .singleElement()
                .satisfies(post -> assertThat(post.body())
                        .contains(
                                "\"name\":\"张三\",\"bank\":\"ICBC\",\"account\":\"6222020200112233445\"",
                                "\"8600.00\""));
        chromium.see("orders-02-uncertain");

        receiver.answers(200);
        chromium.type(".decision input[name=reason]", "The bank's night desk confirmed it");
        chromium.submit(".decision button[value=CARRIED_OUT]");

        assertThat(chromium.text("main > .notice")).isEqualTo("The decision was recorded.");
        assertThat(posts("/stops")).hasSize(1);
        assertThat(chromium.text("section[aria-labelledby=history-title]")).contains("Decided on an order", "Ordered");
    }

    private static void allowsAProtectiveTransfer() {
        chromium.click("details:has(> form[action$=protective-transfer]) > summary");
        String form = "form[action$=protective-transfer] ";
        chromium.type(form + "[name=payeeName]", "李四");
        chromium.type(form + "[name=payeeBank]", "CCB");
        chromium.type(form + "[name=payeeAccount]", "6217000011112222333");
        chromium.type(form + "[name=amount]", "much");
        chromium.type(form + "[name=purpose]", "to the spouse");
        chromium.submit(form + "button");
        assertThat(chromium.text("[role=alert]:not([hidden])")).contains("not a number");
        chromium.see("orders-03-kept");

        chromium.clear(form + "[name=amount]");
        chromium.type(form + "[name=amount]", "100000");
        chromium.submit(form + "button");

        assertThat(chromium.text("main > .notice")).isEqualTo("The transfer may pass.");
        assertThat(chromium.text("#orders")).contains("May pass in spite of warnings", "621****2333");
        chromium.open(chromium.path() + "?language=zh");
        chromium.see("orders-04-chinese");
    }

    private static void listsWhatIsOutside() {
        Awaitility.await().ignoreExceptions().until(() -> {
            chromium.open("/console/orders?language=en");
            return chromium.count("tbody tr") > 0;
        });

        assertThat(chromium.text("main"))
                .contains("Nothing waits for a decision.", "Shown only", "Protective transfer");
        assertThat(chromium.html()).doesNotContain("6217000011112222333", "13812345678");
        chromium.click("tbody details summary");
        chromium.see("orders-05-list");
        chromium.open("/console/orders?state=SENT&language=zh");
        chromium.see("orders-06-list-chinese");
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
