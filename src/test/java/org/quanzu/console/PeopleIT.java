package org.quanzu.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quanzu.audit.AuditTrail;
import org.quanzu.audit.Entry;
import org.quanzu.audit.Search;
import org.quanzu.platform.RunningQuanzu;
import org.quanzu.platform.access.Role;
import org.quanzu.platform.access.Users;
import org.quanzu.testkit.Times;
import org.springframework.security.crypto.password.PasswordEncoder;

class PeopleIT {
    private static final String PASSWORD = "an operator's password";
    private static final String PEOPLE = "/console/people";
    private static final String PERSON = "/console/people/person?id=p-1";
    private static final String NUMBER = "13812345678";

    @TempDir
    private static Path data;

    private static RunningQuanzu quanzu;
    private static int users;
    private String user;
    private Browser browser;

    @BeforeAll
    static void start() {
        quanzu = RunningQuanzu.on(data, "--quanzu.api-key=" + RunningQuanzu.KEY, "--quanzu.console.reveals-per-day=2");
        tell("PUT", "/persons/p-1", """
                {"phones":["13812345678"],"ownAccounts":["6222020200112233445"],"household":["p-2"],"town":"<i>x</i>",
                "guardianContact":"13900001111"}""");
        tell("POST", "/transactions", """
                {"eventId":"t-1","phone":"15000001111","occurredAt":"%s","direction":"OUT","amount":"20","currency":"CNY",
                "counterparty":{"account":"6222020200998877665","kind":"MERCHANT"},"purpose":"PAYMENT",
                "channel":"MOBILE_APP","status":"COMPLETED"}""".formatted(Times.minutesAgo(0)));
    }

    @AfterAll
    static void stop() {
        quanzu.close();
    }

    @BeforeEach
    void signIn() {
        user = "li" + ++users;
        String hash = quanzu.context().getBean(PasswordEncoder.class).encode(PASSWORD);
        quanzu.context().getBean(Users.class).add(user, "李四", Role.SUPERVISOR, List.of("DESK"), hash);
        browser = new Browser(
                quanzu.context().getEnvironment().getRequiredProperty("local.server.port", Integer.class), true);
        browser.signIn(user, PASSWORD);
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

    private List<Entry> entries(String what) {
        return quanzu.context().getBean(AuditTrail.class).find(new Search(user, what, List.of(), null, null, null), 10);
    }

    private HttpResponse<String> find(String who) {
        return browser.post(PEOPLE, PEOPLE, "who", who, "kind", "ANY");
    }

    @Test
    void findsAPersonByAnySpellingOfANumber() {
        for (String spelling : List.of("138 1234 5678", "+86 138-1234-5678", "0086 13812345678", "p-1")) {
            assertThat(find(spelling).uri().toString()).as(spelling).endsWith(PERSON);
        }
        assertThat(find("6222 0202 0011 2233 445").uri().toString()).endsWith(PERSON);
        assertThat(find("150 0000 1111").body()).contains("known by a number only", "There is no case");

        assertThat(entries("person.look-up"))
                .extracting(Entry::detail)
                .contains(Map.of("by", "PHONE", "found", "yes"), Map.of("by", "ACCOUNT", "found", "yes"))
                .allSatisfy(detail -> assertThat(detail.toString()).doesNotContain("1234"));
        assertThat(entries("person.view")).hasSize(6);
    }

    @Test
    void keepsThatSomebodyLookedForNobody() {
        HttpResponse<String> answer = find("13700000000");

        assertThat(answer.body()).contains("Nobody is known by this");
        assertThat(entries("person.look-up")).extracting(Entry::about).containsExactly("person:unknown");
    }

    @Test
    void showsThePersonMaskedWithLinksAndHousehold() {
        String page = browser.get(PERSON).body();

        assertThat(page)
                .contains("138****5678", "622****3445", "139****1111", "p-2", "&lt;i&gt;x&lt;/i&gt;", "No warning")
                .contains("phone number</td>", "<b>now</b>")
                .doesNotContain(NUMBER, "6222020200112233445", "13900001111", "??");
    }

    @Test
    void revealsForAReasonAndOnlySoOftenADay() {
        HttpResponse<String> first = reveal("he called back on 13912345678 himself");
        HttpResponse<String> second = reveal("call the person");
        HttpResponse<String> third = reveal("call the person");

        assertThat(first.body()).contains(NUMBER, "13900001111").doesNotContain("6222020200112233445");
        assertThat(second.body()).contains(NUMBER);
        assertThat(third.statusCode()).isEqualTo(429);
        assertThat(third.body()).doesNotContain(NUMBER);
        assertThat(entries("person.reveal"))
                .extracting(Entry::detail)
                .containsExactly(
                        Map.of("fields", "PHONES,KIN", "reason", "call the person"),
                        Map.of("fields", "PHONES,KIN", "reason", "he called back on … himself"));
        assertThat(entries("person.reveal.refused")).extracting(Entry::about).containsExactly("person:p-1");
    }

    private HttpResponse<String> reveal(String reason) {
        return browser.post(
                PERSON, PEOPLE + "/reveal", "id", "p-1", "field", "PHONES", "field", "KIN", "reason", reason);
    }

    @Test
    void showsTheBoardOfARealDesk() {
        HttpResponse<String> board = browser.get("/console/board");

        assertThat(board.statusCode()).isEqualTo(200);
        assertThat(board.body()).contains("Open now", "(yesterday was 0)").doesNotContain("??");
    }
}
