package org.quanzu.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quanzu.testkit.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(classes = ConsoleServer.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class CasePageTest {
    private static final String CASE = "/console/cases/c-1";

    @LocalServerPort
    private int port;

    @Autowired
    private InMemoryDesk desk;

    @Autowired
    private SettableClock clock;

    private Browser browser;

    @BeforeEach
    void takeACase() {
        clock.set(ConsoleServer.NOW);
        desk.reset();
        browser = new Browser(port, true);
        browser.signIn("operator", ConsoleServer.PASSWORD);
        browser.post("/console/queue", "/console/queue/next");
    }

    @Test
    void showsWhoHowUrgentAndWhy() {
        String page = browser.get(CASE).body();

        assertThat(page)
                .contains("<h1>Paid an unknown company while held on the line", "138****5678", "¥86,000.00")
                .contains("Say who you are", "<strong>No real lender takes money before it pays out.</strong>")
                .contains("1 Mar 14:02:50", "45 points · call", "evidence", "Follow-ups", "arrived late")
                .doesNotContain("??", "**No");
    }

    @Test
    void saysTheSameInChinese() {
        String page = browser.get(CASE + "?language=zh").body();

        assertThat(page)
                .contains("沟通话术", "已劝阻，未受损失", "3月1日 14:02:50", "占线", "迟报")
                .doesNotContain("??");
    }

    @Test
    void showsEveryLineOfAParagraphOfTheScript() {
        String page = browser.get(CASE).body();

        assertThat(page).contains("Known so far").contains("These facts are for you");
    }

    @Test
    void showsMarkupInNamesAndHistoryAsText() {
        String page = browser.get(CASE).body();

        assertThat(page).contains("&lt;script&gt;alert(&#39;x&#39;)").doesNotContain("<script>alert");
    }

    @Test
    void recordsAnAttempt() {
        HttpResponse<String> answer = browser.post(
                CASE,
                CASE + "/attempt",
                "lease",
                InMemoryDesk.LEASE.toString(),
                "channel",
                "VOICE",
                "contact",
                "BUSY",
                "note",
                "<i>engaged</i>");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("The try was recorded.", "&lt;i&gt;engaged&lt;/i&gt;");
    }

    @Test
    void recordsAnOutcome() {
        HttpResponse<String> answer = outcome("lost", "¥1,200.50");

        assertThat(answer.uri().getPath()).isEqualTo("/console/queue");
        assertThat(answer.body()).contains("The outcome was recorded.");
        assertThat(browser.get(CASE).body()).contains("Dissuaded before any loss");
    }

    @ParameterizedTest
    @CsvSource({
        "lost,  much,                an amount is not a number",
        "contact, SHOUTED,           choose how the person was reached",
        "finding, '',                choose what was found"
    })
    void keepsWhatWasTypedWhenItCannotBe(String field, String value, String said) {
        HttpResponse<String> answer = outcome(field, value);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains(said, "&lt;b&gt;careful notes");
    }

    @Test
    void keepsWhatWasTypedWhenSomebodyChangedTheCase() {
        desk.changeVersion();

        HttpResponse<String> answer = outcome("version", "7");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("王警官 changed this case meanwhile", "&lt;b&gt;careful notes", "value=\"8\"");
    }

    @Test
    void recordsNothingUnderALeaseThatEnded() {
        desk.loseLease();

        HttpResponse<String> answer = outcome("lost", "1");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("王警官 has it now", "王警官 works on this case");
    }

    @Test
    void tellsThePageThatTheLeaseEnded() {
        HttpResponse<String> held = browser.post(CASE, CASE + "/heartbeat", "lease", InMemoryDesk.LEASE.toString());
        desk.loseLease();
        HttpResponse<String> lost =
                browser.post("/console/queue", CASE + "/heartbeat", "lease", InMemoryDesk.LEASE.toString());

        assertThat(held.statusCode()).isEqualTo(204);
        assertThat(held.headers().firstValue("HX-Trigger")).isEmpty();
        assertThat(lost.headers().firstValue("HX-Trigger")).hasValue("lease-ended");
    }

    @Test
    void handsBackForAReason() {
        HttpResponse<String> silent =
                browser.post(CASE, CASE + "/hand-back", "lease", InMemoryDesk.LEASE.toString(), "reason", " ");
        HttpResponse<String> reasoned =
                browser.post(CASE, CASE + "/hand-back", "lease", InMemoryDesk.LEASE.toString(), "reason", "shift ends");

        assertThat(silent.statusCode()).isEqualTo(422);
        assertThat(reasoned.body()).contains("The case is back in the queue.");
    }

    @Test
    void offersACaseNobodyHas() {
        HttpResponse<String> free = browser.get("/console/cases/c-2");
        HttpResponse<String> taken = browser.post("/console/cases/c-2", "/console/cases/c-2/take");

        assertThat(free.body()).contains("Nobody works on this case").doesNotContain("Record the outcome");
        assertThat(taken.body()).contains("Record the outcome");
    }

    @Test
    void letsAnalystsReadButNotWork() {
        Browser analyst = new Browser(port, true);
        analyst.signIn("analyst", ConsoleServer.PASSWORD);

        HttpResponse<String> page = analyst.get("/console/cases/c-2");
        HttpResponse<String> deed = analyst.post("/console/queue", "/console/cases/c-2/take");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).doesNotContain("/take", "Record the outcome");
        assertThat(deed.statusCode()).isEqualTo(403);
    }

    @Test
    void keepsCasesFromApprovers() {
        Browser approver = new Browser(port, true);
        approver.signIn("approver", ConsoleServer.PASSWORD);

        assertThat(approver.get(CASE).statusCode()).isEqualTo(403);
    }

    @Test
    void takesNothingButFormFieldsFromForms() {
        HttpResponse<String> answer = browser.post(
                CASE,
                CASE + "/attempt",
                "lease",
                InMemoryDesk.LEASE.toString(),
                "channel",
                "VOICE",
                "contact",
                "BUSY",
                "operator.name",
                "admin",
                "model[standing]",
                "x",
                "reader.caseId",
                "c-2",
                "caseId",
                "c-2");

        assertThat(answer.uri().getPath()).isEqualTo(CASE);
        assertThat(answer.body()).contains("The try was recorded.");
    }

    @Test
    void showsAPageForACaseThatIsNone() {
        HttpResponse<String> answer = browser.get("/console/cases/none");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("There is nothing here", "<nav");
    }

    @Test
    void showsAPageForAMangledForm() {
        HttpResponse<String> answer = browser.post(CASE, CASE + "/put-off", "lease", "no uuid");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("<main");
    }

    private HttpResponse<String> outcome(String field, String value) {
        List<String> fields = new ArrayList<>(List.of(
                "lease",
                InMemoryDesk.LEASE.toString(),
                "version",
                "7",
                "contact",
                "REACHED_PHONE",
                "finding",
                "SCAM_STOPPED_BEFORE_LOSS",
                "lost",
                "",
                "note",
                "<b>careful notes</b>"));
        fields.set(fields.indexOf(field) + 1, value);
        return browser.post(CASE, CASE + "/outcome", fields.toArray(String[]::new));
    }
}
