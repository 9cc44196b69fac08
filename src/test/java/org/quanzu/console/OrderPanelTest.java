package org.quanzu.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quanzu.testkit.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(classes = ConsoleServer.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class OrderPanelTest {
    private static final String CASE = "/console/cases/c-1";
    private static final String LEASE = InMemoryDesk.LEASE.toString();
    private static final String ORDER = "00000000-0000-4000-8000-000000000077";

    @LocalServerPort
    private int port;

    @Autowired
    private InMemoryDesk desk;

    @Autowired
    private InMemoryOrders orders;

    @Autowired
    private SettableClock clock;

    private Browser browser;

    @BeforeEach
    void takeACase() {
        clock.set(ConsoleServer.NOW);
        desk.reset();
        orders.reset();
        browser = signedIn("operator");
        browser.post("/console/queue", "/console/queue/next");
    }

    private Browser signedIn(String name) {
        Browser fresh = new Browser(port, true);
        fresh.signIn(name, ConsoleServer.PASSWORD);
        return fresh;
    }

    private HttpResponse<String> order(String deed, String... fields) {
        List<String> all = new ArrayList<>(List.of("lease", LEASE, "order", ORDER));
        all.addAll(Arrays.asList(fields));
        return browser.post(CASE, CASE + "/orders/" + deed, all.toArray(String[]::new));
    }

    @Test
    void showsWhatWasOrderedAndWhatCanBe() {
        String page = browser.get(CASE).body();

        assertThat(page)
                .contains("Actions", "Plan of the latest warning", "Call the person", "by the bank", "in 30 min 0 s")
                .contains("Stop-payment", "not known whether carried out", "622****4455", "Carried out")
                .contains("not carried out", "422", "Send again", "What the person was told before")
                .contains("【反诈中心】正规贷款放款前不收取任何费用。", "Denies, not verified")
                .contains("Stops left for this account: 1 of 2", "To 张*, ICBC, 622****4455", "To ?, ?, ?")
                .contains("¥86,000.00", "170000 JPY (8109.00 CNY)", "Probably the same payment as another one")
                .contains("To the person: 138****5678", "Enough contacts today", "flash message")
                .contains("until 1 Mar 15:05:00", "100000.00")
                .doesNotContain("??", "unseen", "Send both", "protective-transfer", "<script>alert");
    }

    @Test
    void saysTheSameInChinese() {
        orders.showParallel();
        orders.showMinor();

        String page = browser.get(CASE + "?language=zh").body();

        assertThat(page)
                .contains("处置措施", "电话劝阻本人", "该账户还可止付 1 次", "发给监护人：138****5678", "派出所30分钟内上门")
                .contains("170000 JPY（8109.00元）", "疑似重复：与另一笔付款相同，只是编号不同。")
                .doesNotContain("??");
    }

    @Test
    void givesEachFormAnOrderOfItsOwn() {
        Matcher ids = Pattern.compile("name=\"order\" value=\"([0-9a-f-]{36})\"")
                .matcher(browser.get(CASE).body());

        List<String> found = ids.results().map(result -> result.group(1)).toList();

        assertThat(found).hasSizeGreaterThan(4);
        assertThat(new HashSet<>(found)).hasSameSizeAs(found);
    }

    @ParameterizedTest
    @ValueSource(strings = {"stop-payment", "freeze", "three-party-call", "visit", "message", "both"})
    void ordersEachKind(String deed) {
        HttpResponse<String> answer = order(deed, "task", "<b>go and see</b>", "payment", "bank|t-1");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.uri().getPath()).isEqualTo(CASE);
        assertThat(answer.body()).contains("role=\"status\"").doesNotContain("??");
        assertThat(orders.deeds()).singleElement().asString().contains("operator", ORDER, "bank|t-1");
    }

    @Test
    void keepsWhatWasTypedAndTheIdWhenItCannotBeOrdered() {
        orders.refuse("order.basis-missing");

        HttpResponse<String> answer = order(
                "freeze", "payment", "bank|t-2", "payeeName", "<i>Zhang", "payeeBank", "ICBC", "until", "2026-04-01");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("give the number of the document", "value=\"&lt;i&gt;Zhang\"", "2026-04-01", ORDER)
                .containsPattern("value=\"bank\\|t-2\"\\s+checked")
                .containsPattern("<details open=\"open\">\\s*<summary>Freeze an account");
    }

    @Test
    void ordersNothingUnderALeaseThatEnded() {
        HttpResponse<String> answer =
                browser.post(CASE, CASE + "/orders/visit", "lease", ORDER, "order", ORDER, "task", "my careful words");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("your hold on this case has ended", "my careful words");
        assertThat(orders.deeds()).isEmpty();
    }

    @Test
    void proposesAllWaysAtOnceWhenTheLineStaysBusy() {
        orders.showParallel();

        String page = browser.get(CASE).body();
        order("both", "unit", "STATION", "minutes", "30", "task", "t", "template", "loan", "by", "SMS");

        assertThat(page).contains("The line stays busy", "Send both: visit by Police station within 30 min");
        assertThat(orders.deeds()).singleElement().asString().contains("BOTH", "STATION", "loan");
    }

    @Test
    void sendsMessagesOfMinorsToTheGuardian() {
        orders.showMinor();

        assertThat(browser.get(CASE).body()).contains("not of age. To the guardian: 138****5678");
    }

    @Test
    void recordsADecision() {
        HttpResponse<String> answer = browser.post(
                CASE,
                CASE + "/orders/decide",
                "lease",
                LEASE,
                "decided",
                InMemoryOrders.UNCERTAIN.toString(),
                "decision",
                "CARRIED_OUT",
                "reason",
                "the bank said so");

        assertThat(answer.body()).contains("The decision was recorded.");
        assertThat(orders.deeds()).singleElement().asString().contains("CARRIED_OUT", "the bank said so");
    }

    @Test
    void keepsTheReasonOfADecisionThatCannotBe() {
        orders.refuse("order.decided");

        HttpResponse<String> answer = browser.post(
                CASE,
                CASE + "/orders/decide",
                "lease",
                LEASE,
                "decided",
                InMemoryOrders.DEAD.toString(),
                "decision",
                "SEND_AGAIN",
                "reason",
                "corrected the address");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("somebody else has decided", "value=\"corrected the address\"");
    }

    @Test
    void letsOnlySupervisorsAllowAProtectiveTransfer() {
        HttpResponse<String> operator = order("protective-transfer", "amount", "100000");
        desk.reset();
        browser = signedIn("supervisor");
        browser.post("/console/queue", "/console/queue/next");
        String page = browser.get(CASE).body();
        HttpResponse<String> supervisor = order("protective-transfer", "amount", "100000", "hours", "24");

        assertThat(operator.statusCode()).isEqualTo(403);
        assertThat(page).contains("Allow a protective transfer");
        assertThat(supervisor.body()).contains("The transfer may pass.");
        assertThat(orders.deeds()).singleElement().asString().startsWith("supervisor PROTECTIVE_TRANSFER");
    }

    @Test
    void showsTheListToThoseWhoDoNotHoldTheCase() {
        Browser analyst = signedIn("analyst");

        String page = analyst.get(CASE).body();

        assertThat(page)
                .contains("Stop-payment", "What the person was told before")
                .doesNotContain("/orders/");
        assertThat(analyst.post("/console/queue", CASE + "/orders/visit", "lease", LEASE)
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void knowsNoOrderOfAnotherKind() {
        HttpResponse<String> answer = order("arrest");

        assertThat(answer.statusCode()).isEqualTo(404);
    }
}
