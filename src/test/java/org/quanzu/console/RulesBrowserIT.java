package org.quanzu.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The pages of the rules as an analyst sees them. */
@SpringBootTest(classes = ConsoleServer.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class RulesBrowserIT {

    @LocalServerPort
    private int port;

    private Chromium chromium;

    @BeforeEach
    void signIn() {
        Chromium.require();
        chromium = Chromium.at(port);
        chromium.open("/console/sign-in");
        chromium.type("#name", "analyst");
        chromium.type("#password", ConsoleServer.PASSWORD);
        chromium.submit("main button");
    }

    @AfterEach
    void leave() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void sortAndShowTheRules() {
        chromium.submit("nav a[href='/console/rules']");
        chromium.see("rules-1-all");
        chromium.submit("thead th:nth-child(8) a");

        assertThat(chromium.text("th[aria-sort=descending]")).startsWith("Right");
        assertThat(chromium.text("tbody tr:first-child")).contains("LOAN-001", "75 %", "65–83");

        chromium.submit("tbody a[href$='LOAN-001']");
        chromium.see("rules-2-one");

        assertThat(chromium.text("pre")).contains("package loan");
    }

    @Test
    void speakChinese() {
        chromium.open("/console/rules?language=zh");
        chromium.see("rules-3-chinese");

        assertThat(chromium.text("h1")).isEqualTo("规则准确率");
    }
}
