package org.quanzu.platform.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quanzu.testkit.BankEvents.payment;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.quanzu.testkit.TestNode;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;

@ExtendWith(OutputCaptureExtension.class)
class PersonCommandIT {
    private static final String WRITER = "select pg_advisory_lock(x'7175616e7a75'::bigint)";

    private final TestNode node = new TestNode();
    private final JdbcTemplate jdbc = new JdbcTemplate(node.database);

    @TempDir
    private Path data;

    @BeforeEach
    void twoPersons() throws Exception {
        Files.writeString(data.resolve("encryption.key"), "01".repeat(32) + "\n");
        node.followed(payment("t-1", "p-1", "20"));
        node.followed(payment("t-2", "p-2", "20"));
    }

    @AfterEach
    void close() {
        node.close();
    }

    private int erase(String id) {
        return RootCommand.run(
                Object.class,
                "person",
                "erase",
                "--id",
                id,
                "--reason",
                "asked for it",
                "--quanzu.data=" + data,
                "--spring.datasource.url=" + node.database.getJdbcUrl(),
                "--spring.datasource.username=postgres");
    }

    @Test
    void erasesOnePersonAndSaysWhatItDid(CapturedOutput output) {
        assertThat(erase("p-1")).isZero();

        assertThat(output.getOut()).contains("Erased p-1: ");
        assertThat(jdbc.queryForList("select person_id from persons", String.class))
                .containsExactly("p-2");
        assertThat(erase("p-1")).isEqualTo(1);
        assertThat(output.getOut()).contains("Nothing is kept of person \"p-1\"", "Maybe the id is misspelt");
        assertThat(jdbc.queryForList("select who || ' ' || what || ' ' || about from audit_log", String.class))
                .containsExactly("command person.erase person:p-1");
    }

    @Test
    void refusesWhileAServerRuns(CapturedOutput output) throws Exception {
        try (Connection server = node.database.getConnection();
                var lock = server.createStatement()) {
            lock.execute(WRITER);

            assertThat(erase("p-1")).isEqualTo(1);

            lock.execute("select pg_advisory_unlock_all()");
        }

        assertThat(output.getAll()).contains("Another Quanzu already writes", "Maybe stop that process");
        assertThat(jdbc.queryForObject("select count(*) from persons", Integer.class))
                .isEqualTo(2);
    }
}
