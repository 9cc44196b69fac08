package org.quanzu.platform.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.quanzu.testkit.BankEvents;
import org.quanzu.testkit.TestNode;
import org.quanzu.testkit.TestSeal;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class ResealCommandIT {
    private static final String OLD = "01".repeat(32);
    private static final String NEW = "02".repeat(32);
    private final TestNode node = new TestNode();

    @TempDir
    private Path data;

    @AfterEach
    void close() {
        node.close();
    }

    private int reseal(String... more) {
        String[] arguments = {
            "reseal",
            "--quanzu.data=" + data,
            "--spring.datasource.url=" + node.database.getJdbcUrl(),
            "--spring.datasource.username=postgres"
        };
        return RootCommand.run(
                Object.class,
                Stream.concat(Stream.of(arguments), Stream.of(more)).toArray(String[]::new));
    }

    @Test
    void movesToTheNewKeyWhileTheServerRunsAndSaysThatTheOldOneMayGo(CapturedOutput output) {
        node.answer(BankEvents.payment("t-1", "p-1", "20"));
        node.restart(TestSeal.keys(2, 1));

        assertThat(reseal("--quanzu.encryption-keys=" + NEW + "," + OLD)).isZero();

        assertThat(output.getOut())
                .contains("Rows sealed anew: 1", "Nothing is sealed any more with key fdf416a8", "Remove it")
                .doesNotContain(OLD, NEW);
        node.restart(TestSeal.keys(2));
        assertThat(node.answer(BankEvents.payment("t-1", "p-1", "20"))).contains("\"t-1\"");
        assertThat(reseal("--quanzu.encryption-keys=" + NEW)).isZero();
        assertThat(output.getOut()).contains("Everything is sealed with the first key");
    }

    @Test
    void readsTheKeysFromTheDataFolder(CapturedOutput output) throws Exception {
        node.restart(TestSeal.keys(2, 1));
        Files.writeString(data.resolve("encryption.key"), NEW + "\n" + OLD + "\n");

        assertThat(reseal()).isZero();
        assertThat(output.getOut()).contains("Nothing is sealed any more with key fdf416a8");
    }

    @Test
    void refusesToWorkBeforeTheServerKnowsTheNewKey(CapturedOutput output) {
        assertThat(reseal("--quanzu.encryption-keys=" + NEW + "," + OLD)).isEqualTo(1);
        assertThat(output.getErr()).contains("The server seals with key fdf416a8", "Maybe restart the server");
    }

    @Test
    void refusesKeysThatAreNotTheDatabases(CapturedOutput output) {
        assertThat(reseal("--quanzu.encryption-keys=" + NEW)).isEqualTo(1);
        assertThat(output.getAll()).contains("sealed with key fdf416a8", "Maybe restore data/encryption.key");
    }
}
