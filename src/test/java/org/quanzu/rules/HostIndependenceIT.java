package org.quanzu.rules;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quanzu.Quanzu;
import org.quanzu.testkit.FewRules;

/** Checks rules with Chinese words, in a file with a Chinese name, by processes on hosts of all kinds. */
class HostIndependenceIT {
    private static final String RULE = "fake_logistics/refund_word_on_a_payment_to_a_stranger.drl";
    private static final String STORY = "fake_logistics/refund_by_overseas_call";

    @TempDir
    static Path folder;

    private static String english;

    @BeforeAll
    static void check() throws IOException, InterruptedException {
        Path rules = FewRules.in(folder.resolve("rules"));
        Files.copy(Path.of("rules", RULE), rules.resolve("fake_logistics/\u9000\u6b3e.drl"));
        Path story = Files.createDirectories(folder.resolve("simulations").resolve(STORY));
        try (Stream<Path> files = Files.list(Path.of("simulations", STORY))) {
            for (Path file : files.toList()) {
                Files.copy(file, story.resolve(file.getFileName()));
            }
        }
        english = run(Map.of("LC_ALL", "C.UTF-8"), "-Duser.language=en");
    }

    @Test
    void firesTheRuleWithChineseWords() {
        assertThat(english)
                .contains("LOGI-033+", "fake_logistics/\u9000\u6b3e.drl:2:")
                .doesNotContain("?");
    }

    @Test
    void printsTheSameBytesWithoutAnyCharsetAndInTurkish() throws Exception {
        assertThat(run(Map.of("LC_ALL", "C"), "-Duser.language=tr", "-Duser.country=TR"))
                .isEqualTo(english);
    }

    @Test
    void printsTheSameBytesInAnotherCharsetAndWithArabicDigits() throws Exception {
        assertThat(run(Map.of("LC_ALL", "C.UTF-8"), "-Dfile.encoding=GBK", "-Duser.language=ar", "-Duser.country=EG"))
                .isEqualTo(english);
    }

    private static String run(Map<String, String> environment, String... options)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx512m"));
        command.addAll(List.of(options));
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                Quanzu.class.getName(),
                "check",
                "--quanzu.rules=" + folder.resolve("rules"),
                "--quanzu.simulations=" + folder.resolve("simulations")));
        Path out = Files.createTempFile(folder, "check", ".txt");
        Path error = Files.createTempFile(folder, "check", ".err");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(error.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("LC_") || name.equals("LANG"));
        builder.environment().putAll(environment);
        int code = builder.start().waitFor();
        assertThat(code).as(Files.readString(error)).isIn(0, 1);
        return Files.readString(out, UTF_8);
    }
}
