package org.quanzu.outreach;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The messages a person can get, by template and language ({@code en}, {@code zh}); anything else speaks Chinese. */
public final class MessageTexts {
    private static final String OTHERWISE = "zh";
    private static final String CENTRE = "centre";
    private final Map<String, Map<String, String>> byLanguage = new TreeMap<>();
    private final String centre;

    /** {@code centre} is who the messages are from; blank for the word in the files. */
    MessageTexts(String centre) {
        this.centre = centre;
        for (var language : Set.of("en", OTHERWISE)) {
            byLanguage.put(language, read("/outreach/messages_" + language + ".properties"));
        }
    }

    private static Map<String, String> read(String resource) {
        var properties = new Properties();
        try (var in = new InputStreamReader(
                Objects.requireNonNull(MessageTexts.class.getResourceAsStream(resource), resource),
                StandardCharsets.UTF_8)) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + resource, e);
        }
        Map<String, String> texts = new TreeMap<>();
        properties.forEach((name, text) -> texts.put((String) name, (String) text));
        return texts;
    }

    /** The names that can be asked for. */
    public Set<String> templates() {
        var names = new TreeSet<>(in(OTHERWISE).keySet());
        names.remove(CENTRE);
        return names;
    }

    /** The text as the person reads it. */
    public String text(String template, String language) {
        var texts = in(language);
        var text = template.equals(CENTRE) ? null : texts.get(template);
        if (text == null) {
            throw new IllegalArgumentException("There is no message \"" + template + "\" in outreach/messages_"
                    + language + ".properties\nMaybe use one of " + templates());
        }
        return text.replace("{centre}", centre.isBlank() ? texts.getOrDefault(CENTRE, "") : centre);
    }

    private Map<String, String> in(String language) {
        return byLanguage.getOrDefault(language, byLanguage.getOrDefault(OTHERWISE, Map.of()));
    }
}
