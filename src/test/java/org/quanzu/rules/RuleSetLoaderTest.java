package org.quanzu.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quanzu.profile.Bounds;
import org.quanzu.rulefile.RuleFiles;
import org.quanzu.rulefile.RuleFolder;
import org.quanzu.rules.RuleSets.Version;
import org.quanzu.testkit.FewRules;
import org.springframework.util.FileSystemUtils;

class RuleSetLoaderTest {
    @TempDir
    Path parent;

    private final InMemoryRuleSets store = new InMemoryRuleSets();
    private final PublishedRuleSets published = new PublishedRuleSets(
            store,
            (ruleSet, millis) -> {
                throw new IllegalStateException("not warm");
            },
            Clock.systemUTC(),
            rule -> {});
    private Path folder;
    private RuleSetLoader loader;

    @BeforeEach
    void write() throws IOException {
        folder = FewRules.in(parent.resolve("rules"));
    }

    @AfterEach
    void stop() {
        if (loader != null) {
            loader.stop();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"exists Now( )", "Transaction( amount >= 1 + )", "Transaction( amount >= 100 / 0 )"})
    void servesTheSetServedLastWhenARuleIsBroken(String conditions) throws IOException {
        String served = serve();
        Files.writeString(folder.resolve("loan/broken.drl"), rule("$p : Transaction( outgoing ) " + conditions));

        start();

        assertThat(published.current().version()).isEqualTo(served);
        assertThat(loader.trouble()).hasValueSatisfying(why -> assertThat(why).contains("errors"));
    }

    @Test
    void servesTheSetServedLastWhenTheFolderIsAway() throws IOException {
        String served = serve();
        FileSystemUtils.deleteRecursively(folder);

        start();

        assertThat(published.current().version()).isEqualTo(served);
        assertThat(loader.trouble()).isPresent();
    }

    @Test
    void servesWhatStillHoldsOfTheSetServedLast() throws IOException {
        Map<String, String> before = new HashMap<>(RuleFolder.read(folder).all());
        before.put("loan/broken.drl", rule("Transaction( amount >= 5000, amount <= 500 )"));
        RuleFiles last = new RuleFiles(before);
        store.publish(last.version(), last.all(), 1, "folder", Instant.EPOCH);
        FileSystemUtils.deleteRecursively(folder);

        start();

        assertThat(published.current().version()).isEqualTo(last.version());
        assertThat(published.current().rules())
                .isNotEmpty()
                .noneMatch(rule -> rule.id().equals("LOAN-999"));
    }

    @Test
    void servesTheOneBeforeWhenNothingHoldsOfTheSetServedLast() throws IOException {
        String served = serve();
        RuleFiles last = new RuleFiles(Map.of("loan/broken.drl", "rule"));
        store.publish(last.version(), last.all(), 1, "folder", Instant.EPOCH);
        FileSystemUtils.deleteRecursively(folder);

        start();

        assertThat(published.current().version()).isEqualTo(served);
    }

    @Test
    void doesNotStartWithABrokenFolderAndNothingServedBefore() throws IOException {
        Files.writeString(folder.resolve("loan/broken.drl"), "rule");

        assertThatThrownBy(this::start).isInstanceOf(InvalidRules.class).hasMessageContaining("Maybe");
    }

    private String serve() {
        RuleFiles files = RuleFolder.read(folder);
        store.publish(files.version(), files.all(), 1, "folder", Instant.EPOCH);
        return files.version();
    }

    private void start() throws IOException {
        Path data = Files.createDirectories(parent.resolve("data"));
        loader = new RuleSetLoader(folder, new RulePreparation(folder, data, "CNY", Bounds.STANDARD), published, store);
        loader.start();
    }

    private static String rule(String conditions) {
        return """
                package loan
                rule "broken"
                  @id(LOAN-999) @status(live) @points(10) @evidence(MONEY) @reason("r") @reason_zh("r") @ordinary("o")
                when
                %s
                then
                end
                """.formatted(conditions);
    }

    private static final class InMemoryRuleSets implements RuleSetStore {
        private final Map<String, Map<String, String>> files = new HashMap<>();
        private final List<Version> versions = new ArrayList<>();

        @Override
        public void publish(String version, Map<String, String> files, int rules, String by, Instant at) {
            this.files.put(version, Map.copyOf(files));
            versions.removeIf(known -> known.version().equals(version));
            versions.add(0, new Version(version, rules, by, at, at, true));
        }

        @Override
        public List<Version> versions() {
            return List.copyOf(versions);
        }

        @Override
        public Optional<Map<String, String>> latest() {
            return versions.stream().findFirst().flatMap(version -> files(version.version()));
        }

        @Override
        public Optional<Map<String, String>> files(String version) {
            return Optional.ofNullable(files.get(version));
        }
    }
}
