package org.quanzu.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MessagesTest {
    private static final Pattern KEY = Pattern.compile("#\\{([a-z][\\w.-]*)[(}]");
    private static final Pattern HOLE = Pattern.compile("\\{\\d}");

    @Test
    void haveTheSameKeysInBothLanguages() throws IOException {
        assertThat(messages("_zh").stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(messages("").stringPropertyNames());
    }

    @Test
    void haveTheSameHolesInBothLanguages() throws IOException {
        Properties chinese = messages("_zh");

        messages("")
                .forEach((key, text) -> assertThat(holes(chinese.getProperty((String) key)))
                        .as(String.valueOf(key))
                        .isEqualTo(holes((String) text)));
    }

    @Test
    void areChineseInChinese() throws IOException {
        messages("_zh")
                .forEach((key, text) -> assertThat((String) text)
                        .as(String.valueOf(key))
                        .matches(words -> words.codePoints()
                                .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN)));
    }

    @Test
    void haveWhatThePagesAskFor() throws IOException {
        Set<String> asked = new TreeSet<>();
        try (Stream<Path> pages = Files.walk(Path.of("src/main/resources/templates"))) {
            for (Path page : pages.filter(Files::isRegularFile).toList()) {
                Matcher matcher = KEY.matcher(Files.readString(page));
                while (matcher.find()) {
                    asked.add(matcher.group(1));
                }
            }
        }

        assertThat(asked).hasSizeGreaterThan(40);
        assertThat(messages("").stringPropertyNames()).containsAll(asked);
    }

    private static Set<String> holes(String text) {
        Set<String> holes = new TreeSet<>();
        Matcher matcher = HOLE.matcher(text);
        while (matcher.find()) {
            holes.add(matcher.group().toLowerCase(Locale.ROOT));
        }
        return holes;
    }

    private static Properties messages(String language) throws IOException {
        Properties messages = new Properties();
        try (InputStreamReader reader = new InputStreamReader(
                MessagesTest.class.getResourceAsStream("/messages" + language + ".properties"),
                StandardCharsets.UTF_8)) {
            messages.load(reader);
        }
        return messages;
    }
}
