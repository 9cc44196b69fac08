package org.quanzu.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.quanzu.platform.RunningQuanzu;
import org.quanzu.platform.command.RootCommand;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class ConsoleIT {
    private static final String PASSWORD = "an administrator's password";

    @TempDir
    private static Path data;

    private static RunningQuanzu quanzu;

    @BeforeAll
    static void start() {
        quanzu = RunningQuanzu.on(data, "--quanzu.admin-password=" + PASSWORD);
    }

    @AfterAll
    static void stop() {
        quanzu.close();
    }

    @Test
    void letsTheFirstAdministratorIn() {
        HttpResponse<String> page = browser().signIn("admin", PASSWORD);

        assertThat(page.uri().getPath()).isEqualTo("/console/queue");
        assertThat(page.body()).contains("Urgent", "Administrator");
    }

    @Test
    void leavesTheApiAsItWas() {
        HttpResponse<String> api = quanzu.get("/api/v1/persons/p-1");

        assertThat(api.statusCode()).isEqualTo(401);
        assertThat(api.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(api.headers().firstValue("WWW-Authenticate")).isPresent();
    }

    @Test
    void addsUsersWhileTheServerRuns(CapturedOutput output) {
        int added =
                user("add", "--name", "li", "--role", "operator", "--units", "desk,station", "--display-name", "李四");
        String password =
                output.getOut().strip().lines().reduce((one, other) -> other).orElseThrow();
        HttpResponse<String> page = browser().signIn("li", password);
        int again = user("add", "--name", "li", "--role", "operator");
        int listed = user("list");

        assertThat(List.of(added, again, listed)).containsExactly(0, 1, 0);
        assertThat(page.body()).contains("李四 · Operator", "Police station");
        assertThat(output.getOut()).contains("A user named \"li\" exists", "DESK,STATION");
    }

    @Test
    void shutsUsersOutWhileTheServerRuns(CapturedOutput output) {
        user("add", "--name", "wu", "--role", "analyst");
        int disabled = user("disable", "--name", "wu");
        int reset = user("reset-password", "--name", "wu");
        String password = output.getOut()
                .strip()
                .lines()
                .filter(line -> !line.contains(" "))
                .reduce((one, other) -> other)
                .orElseThrow();

        HttpResponse<String> page = browser().signIn("wu", password);

        assertThat(List.of(disabled, reset, user("disable", "--name", "nobody")))
                .containsExactly(0, 0, 1);
        assertThat(page.uri().getQuery()).isEqualTo("failed");
    }

    private static Browser browser() {
        return new Browser(
                quanzu.context().getEnvironment().getRequiredProperty("local.server.port", Integer.class), true);
    }

    @Test
    void keepsAnUnbrokenRecordOfWhoSignedInAndWhoFailedTo(CapturedOutput output) {
        browser().signIn("admin", "a wrong password");
        browser().signIn("admin", PASSWORD);

        int verified = command("audit", "verify");

        assertThat(verified).isZero();
        assertThat(output.getOut()).containsPattern("[1-9]\\d* entr").doesNotContain("a wrong password");
    }

    private static int user(String... arguments) {
        List<String> all = new ArrayList<>(List.of("user"));
        all.addAll(List.of(arguments));
        return command(all.toArray(String[]::new));
    }

    private static int command(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of(RunningQuanzu.settings(data)));
        return RootCommand.run(Object.class, all.toArray(String[]::new));
    }
}
