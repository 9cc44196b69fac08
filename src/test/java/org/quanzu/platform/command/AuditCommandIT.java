package org.quanzu.platform.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.quanzu.testkit.TestDatabase;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;

@ExtendWith(OutputCaptureExtension.class)
class AuditCommandIT {
    private static final String NOTHING = "0:" + "0".repeat(64);
    private final HikariDataSource database = TestDatabase.fresh();

    @TempDir
    private Path data;

    @AfterEach
    void close() {
        database.close();
    }

    private int verify(String... more) {
        String[] arguments = {
            "audit",
            "verify",
            "--quanzu.data=" + data,
            "--spring.datasource.url=" + database.getJdbcUrl(),
            "--spring.datasource.username=postgres"
        };
        return RootCommand.run(
                Object.class,
                Stream.concat(Stream.of(arguments), Stream.of(more)).toArray(String[]::new));
    }

    @Test
    void answersZeroForAChainWithoutAGap(CapturedOutput output) {
        assertThat(verify("--holds", NOTHING)).isZero();
        assertThat(output.getOut()).contains("0 entries", "Keep elsewhere: " + NOTHING);
    }

    @Test
    void answersOneAndNamesTheEntryThatDoesNotFit(CapturedOutput output) {
        new JdbcTemplate(database)
                .execute("insert into audit_log values (1, now(), 'a', 'b', 'c', '{}', '\\x00', '\\x00')");

        assertThat(verify()).isEqualTo(1);
        assertThat(output.getOut()).contains("Entry 1 of the audit log does not fit", "Maybe");
    }

    @Test
    void answersOneWhenTheLogNoLongerHoldsWhatItHeld(CapturedOutput output) {
        assertThat(verify("--holds", "7:" + "a".repeat(64))).isEqualTo(1);
        assertThat(output.getOut()).contains("no longer holds 7:");
    }
}
