package org.quanzu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quanzu.testkit.FewRules;
import org.quanzu.testkit.ServerProcess;

class RefusedStartIT {
    @TempDir
    static Path folder;

    private static ServerProcess running;

    @BeforeAll
    static void start() throws IOException {
        running = ServerProcess.start(folder.resolve("data"), "--quanzu.rules=" + FewRules.in(folder.resolve("rules")));
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    @Test
    void saysThatTheRulesAreMissing() throws Exception {
        assertRefused(serve("missing", "--quanzu.rules=no/such/folder"), "no/such/folder");
    }

    @Test
    void saysThatTheFirstRulesAreInvalid() throws Exception {
        Path rules = Files.createDirectories(folder.resolve("broken/loan"));
        Files.writeString(rules.resolve("broken.drl"), "rule");

        Command refused = serve("invalid", "--quanzu.rules=" + rules.getParent());

        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.out() + refused.error())
                .contains("loan/broken.drl:1:", "Maybe")
                .doesNotContain("\tat ");
    }

    @Test
    void saysThatThePortIsInUse() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();

            assertRefused(serve("port", "--server.port=" + port), "Port " + port + " is already in use");
        }
    }

    @Test
    void saysThatAnotherProcessHasTheDataFolder() throws Exception {
        assertRefused(serve("data"), folder.resolve("data").toString());
    }

    @Test
    void saysThatTheDatabaseIsOutOfReach() throws Exception {
        assertRefused(
                serve("url", "--spring.datasource.url=jdbc:postgresql://127.0.0.1:1/none?password=hush"),
                "127.0.0.1:1/none");
        assertRefused(serve("url", "--spring.datasource.url=nonsense"), "nonsense", 2);
    }

    @Test
    void saysThatASettingDoesNotFit() throws Exception {
        assertRefused(serve("setting", "--quanzu.retention-days=soon"), "soon", 2);
        assertRefused(serve("setting", "--quanzu.retention-days=0"), "quanzu.retention-days", 2);
        assertRefused(serve("setting", "--quanzu.api-key=short"), "quanzu.api-key", 2);
        assertThat(folder.resolve("setting")).doesNotExist();
    }

    @Test
    void saysThatTheDataFolderIsAFile() throws Exception {
        Files.writeString(folder.resolve("file"), "");

        assertRefused(serve("file"), folder.resolve("file").toString(), 2);
    }

    private static Command serve(String data, String... options) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of(
                "serve",
                "--quanzu.data=" + folder.resolve(data),
                "--quanzu.rules=" + folder.resolve("rules"),
                "--quanzu.database.programs=target/postgresql",
                "--server.port=0"));
        arguments.removeIf(argument ->
                List.of(options).stream().anyMatch(option -> option.split("=")[0].equals(argument.split("=")[0])));
        arguments.addAll(List.of(options));
        return Command.run(arguments.toArray(String[]::new));
    }

    private static void assertRefused(Command refused, String about) {
        assertRefused(refused, about, 1);
    }

    private static void assertRefused(Command refused, String about, int code) {
        String said = refused.out() + refused.error();
        assertThat(refused.exitCode()).as(said).isEqualTo(code);
        assertThat(said).contains(about).doesNotContain("\tat ", "Exception", "hush");
        assertThat(said.lines().filter(line -> line.startsWith("Maybe ")))
                .as(said)
                .hasSize(1);
        assertThat(said.lines().filter(line -> line.contains(" ERROR ")))
                .as(said)
                .hasSize(1);
    }
}
