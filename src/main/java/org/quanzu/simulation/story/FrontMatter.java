package org.quanzu.simulation.story;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.quanzu.fact.Attributes;
import org.quanzu.scoring.Text;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** What stands between the first two lines {@code ---} of a {@code story.md}: its title and what is told of the person. */
final class FrontMatter {
    private static final String FENCE = "---";
    private static final String VERIFIED = "verified_payees";
    private static final String ZONE = "zone";
    private static final Set<String> KEYS = new TreeSet<>(
            List.of("title", "title_zh", "own_accounts", "household_accounts", "household_numbers", VERIFIED, ZONE));
    private static final int LINES_ABOVE = 2;

    private final Path file;
    private final Map<String, Node> values = new LinkedHashMap<>();

    private FrontMatter(Path file) {
        this.file = file;
    }

    static FrontMatter read(Path file) {
        FrontMatter front = new FrontMatter(file);
        @Nullable Node root = front.compose();
        for (NodeTuple entry : root == null ? List.<NodeTuple>of() : front.entries(root)) {
            String key = front.text(entry.getKeyNode());
            if (!KEYS.contains(key)) {
                throw front.wrong(entry.getKeyNode(), key + " is unknown\nMaybe one of " + KEYS);
            }
            front.values.put(key, entry.getValueNode());
        }
        return front;
    }

    Text title(String otherwise) {
        String title = text("title", otherwise);
        return new Text(title, text("title_zh", title));
    }

    private String text(String key, String otherwise) {
        Node value = values.get(key);
        return value == null ? otherwise : text(value);
    }

    Attributes attributes() {
        return new Attributes(
                        texts("own_accounts"), texts("household_accounts"), texts("household_numbers"), verifiedPayees())
                .in(zone());
    }

    private ZoneId zone() {
        Node value = values.get(ZONE);
        if (value == null) {
            return Attributes.HOME;
        }
        try {
            return ZoneId.of(text(value));
        } catch (DateTimeException e) {
            throw wrong(value, ZONE + " is " + text(value) + ", which is no time zone\nMaybe Asia/Shanghai");
        }
    }

    private Set<String> texts(String key) {
        Node value = values.get(key);
        Set<String> texts = new HashSet<>();
        if (value instanceof SequenceNode list) {
            list.getValue().forEach(one -> texts.add(text(one)));
        } else if (value != null) {
            throw wrong(value, key + " is not a list\nMaybe " + key + ": [\"" + shown(value) + "\"]");
        }
        return texts;
    }

    private Map<String, Long> verifiedPayees() {
        Node value = values.get(VERIFIED);
        Map<String, Long> until = new HashMap<>();
        if (value != null) {
            entries(value).forEach(payee -> until.put(text(payee.getKeyNode()), millis(payee.getValueNode())));
        }
        return until;
    }

    private long millis(Node node) {
        String value = text(node);
        try {
            return OffsetDateTime.parse(value).toInstant().toEpochMilli();
        } catch (DateTimeParseException e) {
            throw wrong(
                    node,
                    VERIFIED + " has " + value + " for the time until which the payee counts as verified"
                            + "\nMaybe 2026-03-12T10:00:00+08:00, with an offset");
        }
    }

    private List<NodeTuple> entries(Node node) {
        if (node instanceof MappingNode mapping) {
            return mapping.getValue();
        }
        throw wrong(
                node,
                "has " + shown(node) + " where key: value is needed\nMaybe title: A loan that was no loan," + " or, in "
                        + VERIFIED + ", ACC-1: 2026-03-12T10:00:00+08:00");
    }

    private String text(Node node) {
        if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return scalar.getValue();
        }
        throw wrong(node, "has " + shown(node) + " where a text is needed\nMaybe put the text in quotes");
    }

    private static String shown(Node node) {
        return node instanceof ScalarNode scalar ? scalar.getValue() : "a " + node.getNodeId();
    }

    private @Nullable Node compose() {
        try {
            List<String> lines = Files.readAllLines(file);
            int end = lines.subList(Math.min(1, lines.size()), lines.size()).indexOf(FENCE);
            if (lines.isEmpty() || !lines.get(0).equals(FENCE) || end < 0) {
                throw new InvalidStory(file.toString(), 1, "has no front matter\nMaybe begin with --- and a title");
            }
            Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
            return yaml.compose(new StringReader(String.join("\n", lines.subList(1, end + 1))));
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + LINES_ABOVE;
            throw new InvalidStory(
                    file.toString(), line, "is not YAML: " + e.getProblem() + "\nMaybe put the text in quotes");
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    private InvalidStory wrong(Node node, String message) {
        return new InvalidStory(file.toString(), node.getStartMark().getLine() + LINES_ABOVE, message);
    }
}
