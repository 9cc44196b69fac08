package org.quanzu.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quanzu.testkit.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(classes = ConsoleServer.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ShiftPageTest {
    private static final String PAGE = "/console/shifts";

    @LocalServerPort
    private int port;

    @Autowired
    private InMemoryShifts shifts;

    @Autowired
    private InMemoryAudit audit;

    @Autowired
    private SettableClock clock;

    private Browser supervisor;

    @BeforeEach
    void signIn() {
        clock.set(ConsoleServer.NOW);
        shifts.reset();
        audit.reset();
        supervisor = as("supervisor");
    }

    private Browser as(String name) {
        Browser browser = new Browser(port, true);
        browser.signIn(name, ConsoleServer.PASSWORD);
        return browser;
    }

    private HttpResponse<String> paste(String roster) {
        return supervisor.post(PAGE, PAGE + "/paste", "roster", roster);
    }

    @Test
    void showsThisAndNextWeekAndWhoIsThere() {
        paste("""
                operator,unit,from,until
                li,DESK,2026-03-01 08:00,2026-03-01 16:00
                operator,DESK,2026-03-03 20:00,2026-03-04 08:00
                """);

        String page = supervisor.get(PAGE).body();

        assertThat(page)
                .contains("On shift now:", "<b>李四</b>", "08:00–16:00", "20:00–08:00", "Next week", "Sun 1 Mar")
                .contains("No shifts are known for this unit", "&lt;b&gt;operator&lt;/b&gt;")
                .doesNotContain("??");
        assertThat(supervisor.get(PAGE + "?language=zh").body())
                .contains("排班", "当前当班：", "3月1日")
                .doesNotContain("??");
    }

    @Test
    void showsOnMondayWhatBeganTheNightBefore() {
        paste("operator,unit,from,until\nli,DESK,2026-02-22 20:00,2026-02-23 08:00\n");

        assertThat(supervisor.get(PAGE).body()).contains("Sun 22 Feb 20:00–08:00");
    }

    @Test
    void listsEveryProblemOfARosterAndSavesNothing() {
        HttpResponse<String> answer = paste("""
                operator,unit,from,until
                li,DESK,2026-03-02 08:00,2026-03-02 16:00
                nobody,DESKK,soon,2026-03-02 16:00
                li,DESK,2026-03-02 12:00,2026-03-02 20:00
                <i>,DESK,2026-03-02 12:00
                """);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains(
                        "Nothing was saved", "Line 3:", "no operator “nobody”", "no unit “DESKK”", "“soon” is no time")
                .contains("Line 4:", "li has another shift", "Line 5:", "The row has 3 values", "&lt;i&gt;,DESK");
        assertThat(supervisor.get(PAGE).body()).doesNotContain("08:00–16:00");
    }

    @Test
    void addsAndTakesOutAShift() {
        HttpResponse<String> added = supervisor.post(
                PAGE,
                PAGE + "/add",
                "who",
                "li",
                "unit",
                "DESK",
                "from",
                "2026-03-02T08:00",
                "until",
                "2026-03-02T16:00");
        HttpResponse<String> removed = supervisor.post(PAGE, PAGE + "/remove", "id", "1");

        assertThat(added.body()).contains("Saved.", "08:00–16:00");
        assertThat(removed.body()).contains("The shift was taken out.").doesNotContain("08:00–16:00");
        assertThat(audit.deeds()).containsExactly("supervisor shift.add shifts", "supervisor shift.remove user:li");
    }

    @Test
    void keepsWhatWasTypedWhenAShiftCannotBe() {
        HttpResponse<String> answer = supervisor.post(
                PAGE,
                PAGE + "/add",
                "who",
                "li",
                "unit",
                "DESK",
                "from",
                "2026-03-02T18:00",
                "until",
                "2026-03-02T16:00");
        HttpResponse<String> empty = supervisor.post(PAGE, PAGE + "/add");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("not after it begins", "2026-03-02T18:00");
        assertThat(empty.statusCode()).isEqualTo(422);
    }

    @Test
    void keepsTheRosterFromOperators() {
        Browser operator = as("operator");

        assertThat(operator.get(PAGE).statusCode()).isEqualTo(403);
        assertThat(operator.get("/console/queue").body()).doesNotContain("/console/shifts");
    }

    @Test
    void letsOperatorsSayThatTheyAreAway() {
        Browser operator = as("operator");

        HttpResponse<String> away = operator.post("/console/queue", "/console/away", "minutes", "30");
        HttpResponse<String> back = operator.post("/console/queue", "/console/away/back");

        assertThat(away.uri().getPath()).isEqualTo("/console/queue");
        assertThat(away.body()).contains("away until 1 Mar 14:35:00", "I am back");
        assertThat(back.body()).contains("30 min").doesNotContain("I am back");
        assertThat(audit.deeds())
                .containsExactly("operator operator.away user:operator", "operator operator.back user:operator");
    }

    @Test
    void knowsNoOtherTimesToBeAway() {
        Browser operator = as("operator");

        assertThat(operator.post("/console/queue", "/console/away", "minutes", "6000")
                        .body())
                .doesNotContain("I am back");
    }
}
