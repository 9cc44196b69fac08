package org.quanzu.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(classes = ConsoleServer.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class RulesPageTest {
    private static final String PAGE = "/console/rules";
    private static final Pattern ROW = Pattern.compile("class=\"rule\">(?:<a[^>]*>|\\s*<span>)([A-Z]+-\\d+)");

    @LocalServerPort
    private int port;

    @Autowired
    private ConsoleServer.Refusals refusals;

    private Browser browser;

    @BeforeEach
    void signIn() {
        browser = as("analyst");
    }

    private Browser as(String name) {
        Browser fresh = new Browser(port, true);
        fresh.signIn(name, ConsoleServer.PASSWORD);
        return fresh;
    }

    private static List<String> rules(HttpResponse<String> page) {
        return ROW.matcher(page.body()).results().map(row -> row.group(1)).toList();
    }

    @Test
    void showsEachRuleWithWhatBecameOfItsWarnings() {
        String page = browser.get(PAGE).body();

        assertThat(page)
                .contains("How right the rules are", "Only cases that somebody reached")
                .contains("Paid a stranger … &lt;i&gt;at once&lt;/i&gt;", "<b>75 %</b>", "65–83", "60 %", "(+15)")
                .contains("experimental", "fewer than 5", "removed", "2025-12-02 – 2026-03-01")
                .doesNotContain("??", "style=", "BRUSH-009", "<i>at once");
    }

    @Test
    void saysTheSameInChinese() {
        String page = browser.get(PAGE + "?language=zh").body();

        assertThat(page).contains("规则准确率", "向陌生人付款…元", "不足5例", "虚假贷款").doesNotContain("??");
    }

    @Test
    void countsAsRightOfARuleOfOrdinaryLifeWhatWasNoScam() {
        String page = browser.get(PAGE + "?family=ordinary").body();

        assertThat(page).contains("<b>75 %</b>", "ORD-001").doesNotContain("LOAN-001");
    }

    @Test
    void showsWhatWasWarnedOfAndFound() {
        String page = browser.get(PAGE).body();

        assertThat(page)
                .containsPattern(
                        "(?s)Fake loan</th>\\s*<td class=\"number same\">50</td>\\s*<td class=\"number\">8</td>"
                                + "\\s*<td class=\"number\">2</td>")
                .containsPattern("(?s)nobody was warned of</span> <b>3</b>");
    }

    @ParameterizedTest
    @CsvSource({
        "RULE,,     BRUSH-001 LOAN-001 LOAN-002 LOAN-099 ORD-001",
        "RULE,true, ORD-001 LOAN-099 LOAN-002 LOAN-001 BRUSH-001",
        "LABELLED,, LOAN-001 ORD-001 LOAN-099 LOAN-002 BRUSH-001",
        "RIGHT,,    LOAN-001 ORD-001 LOAN-099 BRUSH-001 LOAN-002",
        "RIGHT,false, LOAN-099 LOAN-001 ORD-001 BRUSH-001 LOAN-002"
    })
    void sortsTheRules(String order, String down, String expected) {
        HttpResponse<String> page = browser.get(PAGE + "?sort=" + order + (down == null ? "" : "&down=" + down));

        assertThat(rules(page)).containsExactly(expected.split(" "));
        assertThat(page.body()).containsPattern("aria-sort=\"(a|de)scending\"");
    }

    @Test
    void savesTheTableAsASheet() {
        HttpResponse<String> sheet = browser.get("/console/rules.csv?sort=RULE&family=loan");

        assertThat(sheet.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
        assertThat(sheet.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"rules-2025-12-02-2026-03-01.csv\"");
        assertThat(sheet.body().lines())
                .hasSize(4)
                .contains("LOAN-001,loan,LIVE,89,60,20,9,75,65,83,60,12,7,4,2026-02-28T03:00:00Z")
                .contains("LOAN-002,loan,EXPERIMENTAL,4,3,1,0,,,,,0,0,0,2026-02-28T03:00:00Z");
    }

    @Test
    void marksRulesThatCannotBeEvaluated() {
        String pattern = "(?s)<span class=\"mark\">\\w+</span>\\s*<span class=\"mark live\">did not count 12 times</span>";

        assertThat(browser.get(PAGE).body()).contains("Rules with errors").containsPattern(pattern);
        assertThat(browser.get(PAGE + "/LOAN-001").body()).contains("did not count 12 times", "combines too many facts");
        assertThat(browser.get(PAGE + "/LOAN-002").body()).doesNotContain("did not count");
        assertThat(browser.get(PAGE + "?language=zh").body()).contains("出错的规则", "有12次未计入").doesNotContain("??");
        assertThat(browser.get(PAGE + "/BRUSH-001").body()).contains("有1次未计入", "条件在部分事实上计算出错");
    }

    @Test
    void showsARuleWithItsText() {
        String page = browser.get(PAGE + "/LOAN-001").body();

        assertThat(page)
                .contains("// &lt;b&gt;", "a deposit to a landlord", "loan/LOAN-001.drl", "/console/cases/c-1")
                .doesNotContain("??", "// <b>");
    }

    @Test
    void linksCasesForThoseWhoMayReadThem() {
        String page = as("approver").get(PAGE).body();

        assertThat(page).contains("c-2", "c-3").doesNotContain("/console/cases/");
        assertThat(browser.get(PAGE).body()).contains("/console/cases/c-2");
    }

    @ParameterizedTest
    @CsvSource({PAGE, "/console/rules.csv", "/console/rules/LOAN-001"})
    void refusesOperators(String path) {
        Browser operator = as("operator");

        assertThat(operator.get(path).statusCode()).isEqualTo(403);
        assertThat(operator.get("/console/queue").body()).doesNotContain("/console/rules");
        assertThat(refusals.seen).contains(new OutOfRole("operator", "GET " + path));
    }

    @ParameterizedTest
    @CsvSource({"?days=x, 400", "?sort=SIZE, 400", "/NONE-1, 404", "?days=7, 200"})
    void saysWhatCannotBe(String address, int status) {
        assertThat(browser.get(PAGE + address).statusCode()).isEqualTo(status);
    }
}
