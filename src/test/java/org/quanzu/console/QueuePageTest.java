package org.quanzu.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quanzu.console.queue.OverflowLine;
import org.quanzu.desk.QueueChanged;
import org.quanzu.testkit.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;

@SpringBootTest(classes = ConsoleServer.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class QueuePageTest {
    @LocalServerPort
    private int port;

    @Autowired
    private InMemoryDesk desk;

    @Autowired
    private SettableClock clock;

    @Autowired
    private ApplicationEventPublisher events;

    private Browser browser;

    @BeforeEach
    void signIn() {
        clock.set(ConsoleServer.NOW);
        desk.reset();
        browser = new Browser(port, true);
        browser.signIn("operator", ConsoleServer.PASSWORD);
    }

    @Test
    void showsWhoWaitsWithLevelWordAndDeadline() {
        String page = browser.get("/console/queue").body();

        assertThat(page)
                .contains("Urgent</span>", "Fake loan", "held on the line for 40 minutes", "¥86,000")
                .contains("overdue 1 min 40 s", "in 1 min 20 s", "2 min 10 s", "on the phone", "episode 2")
                .doesNotContain("??");
    }

    @Test
    void speaksChineseToChineseBrowsers() {
        Browser chinese = new Browser(port, true).inLanguage("zh-CN,zh;q=0.9,en;q=0.8");

        String page = chinese.signIn("operator", ConsoleServer.PASSWORD).body();

        assertThat(page)
                .contains("lang=\"zh-CN\"", "队列", "紧急", "虚假贷款", "已超时1分40秒", "领取下一个")
                .doesNotContain("??");
    }

    @Test
    void keepsTheLanguageThatWasChosen() {
        String chosen = browser.get("/console/queue?language=zh").body();
        String later = browser.get("/console/queue").body();
        String hostile = browser.get("/console/queue?language=%3Ci%3E").body();

        assertThat(chosen).contains("lang=\"zh-CN\"", "/console/queue?language=en");
        assertThat(later).contains("lang=\"zh-CN\"");
        assertThat(hostile).contains("lang=\"zh-CN\"").doesNotContain("<i>");
    }

    @Test
    void showsMarkupAsText() {
        String page = browser.get("/console/queue").body();

        assertThat(page)
                .contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;friends&quot;")
                .contains("&lt;b&gt;operator&lt;/b&gt;")
                .doesNotContain("<script>alert", "<b>operator");
    }

    @Test
    void filtersTheRows() {
        String page = browser.get("/console/queue?level=YELLOW&family=order_brushing&who=FREE")
                .body();

        assertThat(page).contains("changing strangers", "Show all").doesNotContain("held on the line");
        assertThat(page).contains("/console/queue/rows?level=YELLOW&amp;family=order_brushing");
    }

    @Test
    void givesTheRowsAlone() {
        String rows = browser.get("/console/queue/rows?level=RED").body();

        assertThat(rows.strip())
                .startsWith("<div id=\"live\"")
                .contains("held on the line")
                .doesNotContain("<html");
    }

    @Test
    void saysWhatWillNotBeDoneInTime() {
        desk.overflow(new OverflowLine("DESK", 40, 12, 2, true, 20));

        String page = browser.get("/console/queue").body();
        desk.overflow(new OverflowLine("STATION", 3, 3, 0, true, 0));

        assertThat(page)
                .contains("Overflow at Desk: 12 of 40 queued cases", "On shift: 2, together 20 cases an hour")
                .contains(">overflow</span>");
        assertThat(browser.get("/console/queue/rows?language=zh").body()).contains("派出所超负荷：目前无人当班");
    }

    @Test
    void takesTheNext() {
        HttpResponse<String> answer = browser.post("/console/queue", "/console/queue/next");

        assertThat(answer.uri().getPath()).isEqualTo("/console/cases/c-1");
    }

    @Test
    void saysThatNothingWaits() {
        for (int i = 0; i < 4; i++) {
            browser.post("/console/queue", "/console/queue/next");
        }

        HttpResponse<String> answer = browser.post("/console/queue", "/console/queue/next");

        assertThat(answer.uri().getPath()).isEqualTo("/console/queue");
        assertThat(answer.body()).contains("Nothing waits for you");
    }

    @Test
    void paintsTheLevelsInTheirColours() {
        HttpResponse<String> answer = browser.get("/console/levels.css");

        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/css");
        assertThat(answer.body())
                .contains(
                        ".level-RED{--level:#c62828;--on-level:#fff}",
                        ".level-YELLOW{--level:#f9a825;--on-level:#000}");
    }

    @Test
    void servesItsAssetsItself() {
        assertThat(browser.get("/console/assets/webjars/htmx.org/dist/htmx.min.js")
                        .body())
                .contains("htmx");
        assertThat(browser.get("/console/assets/console.js").statusCode()).isEqualTo(200);
        assertThat(browser.get("/console/assets/console.css").statusCode()).isEqualTo(200);
    }

    @Test
    void tellsOpenPagesOfAChangeWithinASecond() throws Exception {
        BlockingQueue<String> lines = new LinkedBlockingQueue<>();
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/console/queue/changes"))
                .header("Cookie", "quanzu-session=" + browser.cookie("quanzu-session"))
                .header("Accept", "text/event-stream")
                .timeout(Duration.ofSeconds(10))
                .build();
        HttpClient.newHttpClient()
                .sendAsync(request, HttpResponse.BodyHandlers.ofLines())
                .thenAccept(answer -> answer.body().forEach(lines::add));
        assertThat(awaitEvent(lines, 5000)).isTrue();

        events.publishEvent(new QueueChanged(Set.of("c-9")));

        assertThat(awaitEvent(lines, 1000)).isTrue();
    }

    private static boolean awaitEvent(BlockingQueue<String> lines, int millis) throws InterruptedException {
        String line = lines.poll(millis, TimeUnit.MILLISECONDS);
        while (line != null && !line.equals("event:queue")) {
            line = lines.poll(millis, TimeUnit.MILLISECONDS);
        }
        return line != null;
    }
}
