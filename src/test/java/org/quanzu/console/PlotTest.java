package org.quanzu.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quanzu.testkit.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(classes = ConsoleServer.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class PlotTest {
    private static final Pattern DATA =
            Pattern.compile("<script type=\"application/json\" id=\"plot-data\">(.*?)</script>", Pattern.DOTALL);

    @LocalServerPort
    private int port;

    @Autowired
    private InMemoryDesk desk;

    @Autowired
    private SettableClock clock;

    private Browser browser;

    @BeforeEach
    void signIn() {
        clock.set(ConsoleServer.NOW);
        desk.reset();
        browser = new Browser(port, true);
        browser.signIn("operator", ConsoleServer.PASSWORD);
    }

    private static JsonNode data(String page) {
        Matcher found = DATA.matcher(page);
        assertThat(found.find()).isTrue();
        return JsonMapper.shared().readTree(found.group(1));
    }

    private static long minutesBefore(JsonNode time) {
        return (ConsoleServer.NOW.toEpochMilli() - time.asLong()) / 60_000;
    }

    @Test
    void drawsCallsWithTheirLengthAndTheOneThatGoesOnUntilNow() {
        JsonNode calls = data(browser.get("/console/cases/c-1").body()).path("calls");

        assertThat(calls).hasSize(4);
        assertThat(calls.get(1).path("end").asLong() - calls.get(1).path("at").asLong())
                .isEqualTo(1_260_000);
        assertThat(calls.get(1).path("lane").asString()).isEqualTo("CALL_IN");
        assertThat(calls.get(2).path("lane").asString()).isEqualTo("CALL_OUT");
        assertThat(calls.get(3).path("talking").asBoolean()).isTrue();
        assertThat(calls.get(3).path("end").asLong()).isEqualTo(ConsoleServer.NOW.toEpochMilli());
    }

    @Test
    void drawsMoneyEvidenceAndLevels() {
        JsonNode plot = data(browser.get("/console/cases/c-1").body());

        assertThat(plot.path("sign").asString()).isEqualTo("¥");
        assertThat(plot.path("payments")).hasSize(6);
        assertThat(plot.path("payments").get(5).path("amount").decimalValue()).isEqualByComparingTo("86000");
        assertThat(plot.path("payments").get(5).path("out").asBoolean()).isTrue();
        assertThat(plot.path("payments").get(5).path("evidence").asBoolean()).isTrue();
        assertThat(plot.path("payments").get(1).path("out").asBoolean()).isFalse();
        assertThat(minutesBefore(plot.path("focus"))).isEqualTo(180);
        assertThat(plot.path("to").asLong()).isEqualTo(ConsoleServer.NOW.toEpochMilli());
        assertThat(plot.path("offset").asInt()).isEqualTo(480);
        assertThat(plot.path("steps"))
                .extracting(step -> step.path("name").asString())
                .containsExactly("Medium risk", "High risk", "Urgent");
    }

    @Test
    void speaksTheReadersLanguage() {
        String page = browser.get("/console/cases/c-1?language=zh").body();

        assertThat(data(page).path("lanes"))
                .extracting(lane -> lane.path("name").asString())
                .containsExactly("等级", "来电", "去电", "短信", "应用", "已告知");
        assertThat(data(page).path("payments").get(5).path("text").asString()).contains("向6222****4455付款");
        assertThat(page).contains("已通话</span>").doesNotContain("??");
    }

    @Test
    void countsTheMinutesOnThePhone() {
        String page = browser.get("/console/cases/c-1").body();

        assertThat(page).contains("data-since=\"2026-03-01T05:21:40Z\">43 min 20 s</time>");
        assertThat(browser.get("/console/cases/c-4").body()).doesNotContain("on the phone for");
    }

    @Test
    void saysWhatIsNotKnown() {
        String nothing = browser.get("/console/cases/c-2").body();
        String noCalls = browser.get("/console/cases/c-4").body();

        assertThat(nothing).contains("No event of the last 60 days is known").doesNotContain("plot-data", "echarts");
        assertThat(noCalls).contains("Nothing is known of:", "<span>calls</span>", "of 0 calls");
        assertThat(data(noCalls).path("payments").size()
                        + data(noCalls).path("marks").size())
                .isEqualTo(200);
        assertThat(data(noCalls).path("lanes"))
                .extracting(lane -> lane.path("key").asString())
                .doesNotContain("CALL_IN", "CALL_OUT");
    }

    @Test
    void givesOneEventRoomAroundIt() {
        JsonNode plot = data(browser.get("/console/cases/c-3").body());

        assertThat(minutesBefore(plot.path("from"))).isEqualTo(30);
        assertThat(plot.path("focus").isNull()).isTrue();
    }

    @Test
    void keepsHostileTextInsideItsElement() {
        String page = browser.get("/console/cases/c-3").body();

        assertThat(page).doesNotContain("<script>alert");
        assertThat(data(page).path("marks").get(0).path("text").asString()).endsWith(SampleTimelines.ESCAPE);
    }

    @Test
    void servesTheLibraryItself() {
        assertThat(browser.get("/console/assets/webjars/echarts/dist/echarts.min.js")
                        .statusCode())
                .isEqualTo(200);
        assertThat(browser.get("/console/queue").body()).doesNotContain("echarts");
    }
}
