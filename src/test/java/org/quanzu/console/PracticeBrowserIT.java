package org.quanzu.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quanzu.platform.RunningQuanzu;
import org.quanzu.platform.access.Role;
import org.quanzu.platform.access.Users;
import org.quanzu.testkit.OpenCases;
import org.springframework.security.crypto.password.PasswordEncoder;

/** A supervisor plans the shifts, an operator hands a case over, and another unit sees it at once. */
class PracticeBrowserIT {
    private static final String PASSWORD = "everybody's password";

    @TempDir
    private static Path data;

    private static RunningQuanzu quanzu;
    private static Chromium desk;
    private static Chromium station;

    @BeforeAll
    static void start() {
        Chromium.require();
        quanzu = RunningQuanzu.on(data);
        user("chen", "陈队", Role.SUPERVISOR, List.of());
        user("li", "李四", Role.OPERATOR, List.of("DESK"));
        user("zhao", "赵警官", Role.OPERATOR, List.of("STATION"));
        int port = quanzu.context().getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        desk = Chromium.at(port);
        station = Chromium.at(port);
    }

    private static void user(String name, String displayName, Role role, List<String> units) {
        String hash = quanzu.context().getBean(PasswordEncoder.class).encode(PASSWORD);
        quanzu.context().getBean(Users.class).add(name, displayName, role, units, hash);
    }

    @AfterAll
    static void stop() {
        for (AutoCloseable part : new AutoCloseable[] {desk, station, quanzu}) {
            try (part) {
                assertThat(part).isNotNull();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static void signIn(Chromium browser, String name) {
        browser.open("/console/sign-in");
        browser.type("#name", name);
        browser.type("#password", PASSWORD);
        browser.submit("main button");
    }

    @Test
    void leadsFromTheRosterToTheUnitThatAccepts() {
        OpenCases open = new OpenCases(quanzu.context().getBean(DataSource.class), Instant.now());
        open.open(1, 3, "RED", "DESK");
        open.open(4, 30, "ORANGE", "DESK");

        plansTheShifts();
        showsWhatWillBeTooLate();
        steersACase();
        handsOverToTheStation();
        saysThatOneIsAway();
    }

    private static void plansTheShifts() {
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        String header = "operator,unit,from,until\n";
        signIn(desk, "chen");
        desk.open("/console/shifts");
        desk.type(
                "#roster", header + "nobody,DESK,today,2026-03-02 16:00\nli,DESC,2026-03-02 16:00,2026-03-02 08:00\n");
        desk.submit("form[action$=paste] button");
        assertThat(desk.text(".roster .notice.bad"))
                .contains("Line 2:", "no operator “nobody”", "Line 3:", "no unit “DESC”");
        desk.picture("practice-1-roster-refused");

        desk.open("/console/shifts");
        StringBuilder rows = new StringBuilder(header);
        for (int day = 0; day < 8; day++) {
            rows.append("li,DESK,%s 00:00,%s 12:00\n".formatted(today.plusDays(day), today.plusDays(day)));
            rows.append("li,DESK,%s 12:00,%s 00:00\n".formatted(today.plusDays(day), today.plusDays(day + 1)));
            rows.append("zhao,STATION,%s 00:00,%s 00:00\n".formatted(today.plusDays(day), today.plusDays(day + 1)));
            rows.append("chen,DESK,%s 20:00,%s 08:00\n".formatted(today.plusDays(day + 1), today.plusDays(day + 2)));
        }
        desk.type("#roster", rows.toString());
        desk.submit("form[action$=paste] button");
        assertThat(desk.text("section[aria-labelledby=unit-DESK]")).contains("On shift now: 李四", "This week");
        desk.picture("practice-2-roster");
        desk.open("/console/shifts?language=zh");
        desk.picture("practice-3-roster-zh");
    }

    private static void showsWhatWillBeTooLate() {
        desk.open("/console/queue?language=zh");
        Awaitility.await().ignoreExceptions().until(() -> {
            desk.open("/console/queue");
            return desk.text("#live .notice").contains("当班1人");
        });
        desk.picture("practice-4-overflow-zh");
        desk.open("/console/queue?language=en");
        assertThat(desk.text("#live .notice")).contains("Overflow at Desk", "On shift: 1, together 10 cases an hour");
        desk.picture("practice-5-overflow");
    }

    private static void steersACase() {
        desk.open("/console/cases/c-4");
        desk.submit("form[action$='/pin'] button");
        assertThat(desk.text(".summary")).contains("pinned");
        desk.click("details:has(#lower-level) summary");
        desk.choose("#lower-level", "YELLOW");
        desk.type("#lower-reason", "The bank has confirmed the payee.");
        desk.picture("practice-6-steering");
        desk.submit("details:has(#lower-level) button");
        assertThat(desk.text(".summary")).contains("Medium risk");
        assertThat(desk.text("section[aria-labelledby=history-title]")).contains("High risk → Medium risk · The bank");
        desk.open("/console/cases/c-4?language=zh");
        desk.picture("practice-7-steering-zh");
        desk.open("/console/queue?language=en");
        desk.submit("form[action$=sign-out] button");
    }

    private static void handsOverToTheStation() {
        signIn(station, "zhao");
        station.mark();
        signIn(desk, "li");
        desk.submit("#next button");
        desk.click("details:has(#offer-to) summary");
        desk.choose("#offer-to", "'unit:STATION'");
        desk.type("#offer-reason", "She lives around the corner from the station.");
        desk.picture("practice-8-hand-over");
        desk.submit("details:has(#offer-to) button");
        assertThat(desk.text(".steering")).contains("Offered to Police station, not answered yet.");

        Awaitility.await().ignoreExceptions().until(() -> station.count(".offers li") == 1);
        assertThat(station.isMarked()).isTrue();
        assertThat(station.text(".offers")).contains("From 李四, to Police station:", "around the corner");
        station.picture("practice-9-offered");
        station.submit(".offers button.primary");
        assertThat(station.path()).startsWith("/console/cases/");
        assertThat(station.text("section[aria-labelledby=history-title]")).contains("Offer accepted");
        assertThat(station.count("section[aria-labelledby=outcome-title]")).isOne();
    }

    private static void saysThatOneIsAway() {
        desk.open("/console/queue");
        desk.mark();
        desk.click(".away summary");
        desk.picture("practice-10-away");
        desk.click(".away button[value='30']");
        Awaitility.await().ignoreExceptions().until(() -> desk.text("#away").contains("I am back"));

        assertThat(desk.isMarked()).isTrue();
        desk.picture("practice-11-away");
    }
}
