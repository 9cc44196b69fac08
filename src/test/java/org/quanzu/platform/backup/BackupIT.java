package org.quanzu.platform.backup;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.quanzu.platform.command.RootCommand;
import org.quanzu.testkit.BankEvents;
import org.quanzu.testkit.TestDatabase;
import org.quanzu.testkit.TestNode;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;

@ExtendWith(OutputCaptureExtension.class)
class BackupIT {
    private static final String SEAL_KEY = "01".repeat(32); // the one of TestSeal
    private static final String IDENTITY_KEY = "0a".repeat(32);
    private final TestNode node = new TestNode();
    private final HikariDataSource empty = TestDatabase.fresh();

    @TempDir
    private Path folder;

    private Path keys;
    private Path file;

    @BeforeEach
    void keepKeys() throws IOException {
        keys = withKeys("keys", IDENTITY_KEY, SEAL_KEY);
        file = folder.resolve("quanzu.backup");
    }

    @AfterEach
    void close() {
        node.close();
        empty.close();
    }

    private Path withKeys(String name, String identityKey, String sealKey) throws IOException {
        var made = Files.createDirectories(folder.resolve(name));
        Files.writeString(made.resolve("identity.key"), identityKey);
        Files.writeString(made.resolve("encryption.key"), sealKey);
        return made;
    }

    private static int run(String command, Path file, Path data, String... more) {
        var arguments = Stream.of(
                command,
                command.equals("backup") ? "--out" : "--from",
                file.toString(),
                "--quanzu.data=" + data,
                "--quanzu.database.programs=target/postgresql");
        return RootCommand.run(
                Object.class, Stream.concat(arguments, Stream.of(more)).toArray(String[]::new));
    }

    private static String[] external(HikariDataSource database, String user) {
        return new String[] {"--spring.datasource.url=" + database.getJdbcUrl(), "--spring.datasource.username=" + user
        };
    }

    private int backup() {
        return run("backup", file, keys, external(node.database, "postgres"));
    }

    private int restore(Path data) {
        return run("restore", file, data, external(empty, "postgres"));
    }

    private void letThingsHappen() {
        for (var payment = 1; payment <= 5; payment++) {
            node.followed(BankEvents.payment("t-" + payment, "p-1", "60000"));
        }
        node.followed(BankEvents.payment("t-6", "p-2", "20"));
    }

    @Test
    void givesTheSameAnswersFromADataFolderAndFromAnExternalDatabase(CapturedOutput output) throws Exception {
        letThingsHappen();
        var repeat = node.answer(BankEvents.payment("t-5", "p-1", "60000"));
        assertThat(backup()).isZero();
        var next = node.answer(BankEvents.payment("t-7", "p-1", "100"));
        var profile = node.profile("p-1");

        var data = withKeys("data", IDENTITY_KEY, SEAL_KEY);
        assertThat(run("restore", file, data)).isZero();
        var again = folder.resolve("again.backup");
        assertThat(run("backup", again, data)).isZero();
        assertThat(run("restore", again, keys, external(empty, "postgres"))).isZero();

        assertThat(output.getOut())
                .contains(
                        "Saved 6 events",
                        "Restored 6 events",
                        data.resolve("identity.key").toString());
        try (var restored = new TestNode(empty)) {
            assertThat(restored.answer(BankEvents.payment("t-5", "p-1", "60000")))
                    .isEqualTo(repeat);
            assertThat(restored.answer(BankEvents.payment("t-7", "p-1", "100"))).isEqualTo(next);
            assertThat(restored.profile("p-1")).isEqualTo(profile);
            assertThat(cases(empty)).isEqualTo(cases(node.database)).isNotEmpty();
        }
    }

    private static List<String> cases(HikariDataSource database) {
        return new JdbcTemplate(database)
                .queryForList("select case_id || ' ' || state || ' ' || episode from cases order by 1", String.class);
    }

    @Test
    void notesInTheRestoredAuditLogFromWhatItWasRestored() throws Exception {
        letThingsHappen();
        backup();

        assertThat(restore(keys)).isZero();

        try (var backup = new BackupFile(file)) {
            var noted = new JdbcTemplate(empty)
                    .queryForMap("select who, what, about, detail::text from audit_log order by id desc limit 1");
            assertThat(noted)
                    .containsEntry("who", "command")
                    .containsEntry("what", "database.restore")
                    .containsEntry("about", "backup:" + backup.manifest().madeAt());
            assertThat(noted.get("detail").toString())
                    .contains(
                            "quanzu.backup", "\"rows\": \"" + backup.manifest().rows() + "\"");
        }
        assertThat(RootCommand.run(
                        Object.class,
                        Stream.concat(
                                        Stream.of("audit", "verify", "--quanzu.data=" + keys),
                                        Stream.of(external(empty, "postgres")))
                                .toArray(String[]::new)))
                .isZero();
    }

    @Test
    void savesOneMomentWhileEventsComeIn() {
        letThingsHappen();
        var coming = IntStream.range(0, 300)
                .mapToObj(i -> node.take(BankEvents.payment("c-" + i, "p-" + i, "20")))
                .toList();

        assertThat(backup()).isZero();

        coming.forEach(TestNode::json);
        try (var backup = new BackupFile(file)) {
            var saved = backup.manifest();
            assertThat(saved.rows("events")).isEqualTo(saved.rows("event_keys")).isBetween(6L, 306L);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void needsNoRightsOfASuperuser() {
        letThingsHappen();
        assertThat(backup()).isZero();

        assertThat(restoreIntoNewDatabase()).isZero();
    }

    @Test
    void restoresTablesOfAnOlderVersionAsTheyWere() {
        try (var old = TestDatabase.as("11")) {
            assertThat(run("backup", file, keys, external(old, "postgres"))).isZero();
        }

        assertThat(restoreIntoNewDatabase()).isZero();
    }

    /** Restores as a user who owns a database and nothing else. */
    private int restoreIntoNewDatabase() {
        var server = new JdbcTemplate(TestDatabase.server());
        server.execute("create role restorer login");
        server.execute("create database restored owner restorer");
        try {
            var url = node.database.getJdbcUrl().replaceFirst("/test_\\d+.*", "/restored");
            return run(
                    "restore", file, keys, "--spring.datasource.url=" + url, "--spring.datasource.username=restorer");
        } finally {
            server.execute("drop database restored with (force)");
            server.execute("drop role restorer");
        }
    }

    @Test
    void isReadableByItsOwnerOnlyAndWrittenOnce(CapturedOutput output) throws Exception {
        assertThat(backup()).isZero();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");

        assertThat(backup()).isEqualTo(2);
        assertThat(output.getErr()).contains("is there already", "Maybe give it the day in its name");
    }

    @Test
    void holdsNoKey() throws Exception {
        letThingsHappen();
        backup();

        try (var zip = new ZipFile(file.toFile())) {
            assertThat(zip.stream().map(ZipEntry::getName))
                    .contains("manifest.json", "tables/events.copy")
                    .allMatch(name -> name.equals("manifest.json") || name.startsWith("tables/"));
        }
        try (var backup = new BackupFile(file)) {
            assertThat(backup.manifest().encryptionKeys()).hasSize(1);
            assertThat(backup.manifest().toString()).doesNotContain(SEAL_KEY, IDENTITY_KEY);
        }
    }

    @Test
    void refusesADatabaseThatIsNotEmpty(CapturedOutput output) {
        letThingsHappen();
        backup();
        assertThat(restore(keys)).isZero();

        assertThat(restore(keys)).isEqualTo(1);
        assertThat(output.getErr()).contains("The database is not empty", "Maybe restore into a new folder");
    }

    @Test
    void refusesOtherKeysAndMissingOnesAndWritesNothing(CapturedOutput output) throws Exception {
        letThingsHappen();
        backup();

        assertThat(restore(withKeys("identity", "0b".repeat(32), SEAL_KEY))).isEqualTo(1);
        assertThat(restore(withKeys("sealed", IDENTITY_KEY, "02".repeat(32)))).isEqualTo(1);
        assertThat(restore(folder.resolve("none"))).isEqualTo(1);

        assertThat(output.getErr())
                .contains(
                        "The identity key is ",
                        "The backup is sealed with key ",
                        "identity.key is missing",
                        "Maybe put");
        assertThat(folder.resolve("none")).doesNotExist();
        assertThat(cases(empty)).isEmpty();
    }

    @Test
    void refusesAFileThatWasChangedOrCutOffAndWritesNothing(CapturedOutput output) throws Exception {
        letThingsHappen();
        backup();
        var whole = Files.readAllBytes(file);

        Files.write(file, Arrays.copyOf(whole, whole.length - 100));
        assertThat(restore(keys)).isEqualTo(1);
        assertThat(output.getErr()).contains("is no complete backup of Quanzu", "Maybe");

        Files.write(file, BackupFiles.withOneMoreByte(whole, "tables/cases.copy"));
        assertThat(restore(keys)).isEqualTo(1);
        assertThat(output.getErr()).contains("The rows of cases in ", "are not those that were saved");
        assertThat(cases(empty)).isEmpty();
    }

    @Test
    void refusesTablesOfAnotherVersion(CapturedOutput output) {
        try (var old = TestDatabase.as("14")) {
            assertThat(run("backup", file, keys, external(old, "postgres"))).isZero();

            assertThat(restore(keys)).isEqualTo(1);
            assertThat(output.getErr()).contains("those of the backup of version 14", "Maybe restore into a database");
        }
    }

    @Test
    void refusesToSaveWhatIsNoDatabaseOfQuanzu(CapturedOutput output) {
        assertThat(run("backup", file, folder.resolve("wrong"))).isEqualTo(1);

        assertThat(output.getErr())
                .contains("There is no database in the data folder", "Maybe name the server's folder");
        assertThat(folder.resolve("wrong")).doesNotExist();
        assertThat(file).doesNotExist();
    }
}
