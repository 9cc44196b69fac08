package org.quanzu.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quanzu.testkit.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(classes = ConsoleServer.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class BoardPageTest {
    private static final String BOARD = "/console/board";

    @LocalServerPort
    private int port;

    @Autowired
    private InMemoryBoard board;

    @Autowired
    private SettableClock clock;

    @Autowired
    private ConsoleServer.Refusals refusals;

    private Browser browser;

    @BeforeEach
    void signIn() {
        clock.set(ConsoleServer.NOW);
        board.busy(true);
        browser = as("supervisor");
    }

    private Browser as(String role) {
        Browser fresh = new Browser(port, true);
        fresh.signIn(role, ConsoleServer.PASSWORD);
        return fresh;
    }

    @Test
    void showsHowTheDeskStands() {
        String page = browser.get(BOARD).body();

        assertThat(page)
                .contains("<b>280</b>", "<b>2</b>", "Police station", "1 d 1 h")
                .contains("Orders to others that were given up", "Hand-overs nobody has answered")
                .contains("Fake loan", "href=\"/console/cases/c-1\"", "6 min 40 s")
                .doesNotContain("??");
    }

    @Test
    void comparesWithTheDayBefore() {
        String english = browser.get(BOARD).body();
        String chinese = browser.get(BOARD + "?language=zh").body();

        assertThat(english)
                .contains("(yesterday 110, up 41.8 %)", "(yesterday was 0)", "(yesterday 58, no change)")
                .contains("¥1,900,000 (yesterday ¥2,100,000, down 9.5 %)")
                .contains("11/14 (79 %) (yesterday 9/12 (75 %))", "1 min 35 s (yesterday 1 min 50 s)")
                .doesNotContain("∞", "NaN");
        assertThat(chinese)
                .contains("本期72（上期70，上升2.9%）", "本期¥86,000（上期为0）", "劝阻人次", "劝阻人数")
                .doesNotContain("??");
    }

    @Test
    void neverAddsUpAvertedMoney() {
        assertThat(browser.get(BOARD).body())
                .contains("¥86,000", "¥412,300", "¥1,900,000")
                .doesNotContain("2,398,300");
    }

    @Test
    void saysThatNothingHasHappened() {
        board.busy(false);

        String page = browser.get(BOARD).body();

        assertThat(page)
                .contains("No case is open", "Nobody has worked on a case today", "Nothing yet")
                .contains("(yesterday was 0)");
    }

    @Test
    void givesTheFiguresAloneForTheNextLook() {
        String figures = browser.get(BOARD + "/figures").body();

        assertThat(figures.strip())
                .startsWith("<div id=\"live\"")
                .contains("data-rest=\"4000\"", "id=\"board-data\"", "hx-preserve=\"true\"")
                .doesNotContain("<html");
    }

    @Test
    void hasEveryDrawingAsATable() {
        String page = browser.get(BOARD).body();

        for (String chart : List.of("opened", "pace", "tries", "findings", "reached", "averted")) {
            assertThat(page).contains("id=\"chart-" + chart + "\"", "id=\"table-" + chart + "\"");
        }
        assertThat(page).contains("<th scope=\"row\">Busy</th>", "24 (yesterday 20, up 20 %)");
    }

    @Test
    void showsMarkupAsText() {
        String page = browser.get(BOARD).body();

        assertThat(page).contains("&lt;script&gt;alert(&#39;x&#39;)").doesNotContain("<script>alert");
    }

    @Test
    void showsApproversNoWayIntoCases() {
        String page = as("approver").get(BOARD).body();

        assertThat(page).contains("Case c-1").doesNotContain("href=\"/console/cases/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"operator", "analyst"})
    void isNotForEverybody(String role) {
        Browser other = as(role);

        assertThat(other.get(BOARD).statusCode()).isEqualTo(403);
        assertThat(other.get(BOARD + "/figures").statusCode()).isEqualTo(403);
        assertThat(other.get("/console/queue").body()).doesNotContain("/console/board");
        assertThat(refusals.seen).contains(new OutOfRole(role, "GET /console/board"));
    }
}
