package org.quanzu.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quanzu.audit.Search;
import org.quanzu.testkit.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(classes = ConsoleServer.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class AuditPageTest {
    private static final String AUDIT = "/console/audit";

    @LocalServerPort
    private int port;

    @Autowired
    private InMemoryAudit audit;

    @Autowired
    private SettableClock clock;

    @Autowired
    private ConsoleServer.Refusals refusals;

    private Browser browser;

    @BeforeEach
    void signIn() {
        clock.set(ConsoleServer.NOW);
        audit.reset();
        browser = new Browser(port, true);
        browser.signIn("admin", ConsoleServer.PASSWORD);
    }

    @Test
    void showsWhoDidWhatAndThatItWasLookedAt() {
        audit.record("li", "person.reveal", "person:p-1", Map.of("reason", InMemoryDesk.HOSTILE));

        String page = browser.get(AUDIT).body();

        assertThat(page)
                .contains("revealed data of a person", "person:p-1", "&lt;script&gt;alert", "read the audit log")
                .contains("<code>2:ab</code>")
                .doesNotContain("??", "<script>alert");
    }

    @Test
    void filtersAndPages() {
        for (int i = 0; i < 150; i++) {
            audit.record(i % 2 == 0 ? "li" : "wang", "case.view", "case:c-" + i);
        }

        String first = browser.get(AUDIT + "?what=case.view").body();
        String second = browser.get(AUDIT + "?what=case.view&before=51").body();
        String one = browser.get(AUDIT + "?who=wang&about=c-149&day=2026-03-01").body();

        assertThat(first).contains("case:c-149", "case:c-50", "before=51").doesNotContain("case:c-49<");
        assertThat(second).contains("case:c-49", "case:c-0").doesNotContain("case:c-50<", "before=1\"");
        assertThat(one).contains("case:c-149").doesNotContain("case:c-147<");
    }

    @Test
    void keepsWhatWasTypedOutOfTheLog() {
        browser.get(AUDIT + "?about=13812345678&day=yesterday");

        assertThat(browser.get(AUDIT).body()).contains("about</span> <span>set").doesNotContain("13812345678");
    }

    @Test
    void tellsWhereTheChainIsBroken() {
        browser.post(AUDIT, AUDIT + "/verify");

        Awaitility.await()
                .until(() -> browser.get(AUDIT + "/verification").body().contains("Broken at entry 7"));
        assertThat(browser.get(AUDIT).body()).contains("it was changed", "verified the audit log");
    }

    @ParameterizedTest
    @ValueSource(strings = {"operator", "supervisor", "analyst", "approver"})
    void isForAdministratorsOnly(String role) {
        Browser other = new Browser(port, true);
        other.signIn(role, ConsoleServer.PASSWORD);

        assertThat(other.get(AUDIT).statusCode()).isEqualTo(403);
        assertThat(other.post("/console/queue", AUDIT + "/verify").statusCode()).isEqualTo(403);
        assertThat(refusals.seen).contains(new OutOfRole(role, "GET /console/audit"));
        assertThat(audit.find(Search.ALL, 10)).isEmpty();
    }
}
