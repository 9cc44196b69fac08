package org.quanzu.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quanzu.testkit.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Drawings, and pages no other browser test leads to, in a real browser under the real security policy. */
@SpringBootTest(classes = ConsoleServer.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class DrawingBrowserIT {

    private static final String[] PAGES = {
        "/console/people", "/console/people/person?id=p-1", "/console/audit", "/console/shifts", "/console/orders"
    };

    @LocalServerPort
    private int port;

    @Autowired
    private InMemoryDesk desk;

    @Autowired
    private InMemoryPeople people;

    @Autowired
    private SettableClock clock;

    private Chromium chromium;

    @BeforeAll
    static void require() {
        Chromium.require();
    }

    @BeforeEach
    void signIn() {
        clock.set(ConsoleServer.NOW);
        desk.reset();
        people.reset();
        chromium = Chromium.at(port);
        chromium.open("/console/");
        chromium.type("#name", "admin");
        chromium.type("#password", ConsoleServer.PASSWORD);
        chromium.submit("main button");
    }

    @AfterEach
    void close() {
        chromium.close();
    }

    @Test
    void drawsEveryTimelineWithoutAComplaintOfTheBrowser() {
        for (String one : new String[] {"c-1", "c-3", "c-4"}) {
            chromium.open("/console/cases/" + one);
            Awaitility.await().until(() -> chromium.count("#plot canvas") == 1);
            chromium.see("plot-" + one);
        }
        chromium.open("/console/cases/c-2");

        assertThat(chromium.count("#plot")).isZero();
        assertThat(chromium.complaints()).isEmpty();
    }

    @Test
    void showsTheTimeThatIsChosen() {
        chromium.open("/console/cases/c-1");
        Awaitility.await().until(() -> chromium.count("#plot canvas") == 1);
        String first = chromium.attribute("[data-plot-span=evidence]", "aria-pressed");

        chromium.click("[data-plot-span=all]");

        assertThat(first).isEqualTo("true");
        assertThat(chromium.attribute("[data-plot-span=all]", "aria-pressed")).isEqualTo("true");
        assertThat(chromium.attribute("[data-plot-span=evidence]", "aria-pressed"))
                .isEqualTo("false");
    }

    @Test
    void drawsTheBoardAndKeepsWhatIsOpenWhenItIsFetchedAgain() {
        chromium.open("/console/board");
        Awaitility.await().until(() -> chromium.count(".chart canvas") == 6);
        chromium.click("#summary-tries");
        chromium.see("board");
        chromium.mark();
        String before = chromium.attribute("#live time[data-since]", "datetime");

        clock.advance(Duration.ofMinutes(5));
        desk.changeVersion();
        desk.change("c-2", row -> row);

        Awaitility.await()
                .ignoreExceptions()
                .until(() -> !before.equals(chromium.attribute("#live time[data-since]", "datetime")));
        assertThat(chromium.isMarked()).isTrue();
        assertThat(chromium.attribute("#table-tries", "open")).isNotNull();
        assertThat(chromium.count(".chart canvas")).isEqualTo(6);
        assertThat(chromium.complaints()).isEmpty();
    }

    @Test
    void showsTheNumberInItsPlaceAtAKey() {
        chromium.open("/console/cases/c-1");
        chromium.submit(".take button");
        chromium.type("#attempt-note", "half a note");
        chromium.click("h1");

        chromium.press("c");
        Awaitility.await().until(() -> chromium.text("#number").contains(InMemoryPeople.PHONE));
        chromium.press("c");
        chromium.press("c");
        Awaitility.await().until(() -> chromium.text("#number").contains("number of reveals for today"));

        assertThat(chromium.text("#number")).doesNotContain(InMemoryPeople.PHONE);
        assertThat(chromium.count("#connection[hidden]")).isEqualTo(1);
    }

    @Test
    void canBeUsedByEverybodyInBothLanguages() {
        for (String language : new String[] {"en", "zh"}) {
            for (String page : PAGES) {
                chromium.open(page + (page.contains("?") ? "&" : "?") + "language=" + language);

                assertThat(chromium.count("h1")).as(page).isEqualTo(1);
                chromium.see("page-" + page.replaceAll("\\W+", "-").substring(1) + "-" + language);
            }
        }
    }

    @Test
    void saysNoSoThatEverybodyCanReadIt() {
        chromium.open("/console/nothing-here");

        assertThat(chromium.text("h1")).isEqualTo("There is nothing here");
        chromium.see("page-refused");
    }
}
