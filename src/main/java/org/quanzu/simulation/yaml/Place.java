package org.quanzu.simulation.yaml;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A place in a YAML file: what stands there, and what to say when it is wrong. {@code name} is the word it stands under. */
public record Place(Path file, String name, Node node) {
    private static final int LONGEST = 1_000_000;
    private static final int DEEPEST = 30;

    /** The whole of {@code file}. */
    public static Place of(Path file) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(LONGEST);
        options.setNestingDepthLimit(DEEPEST);
        try {
            @Nullable Node root = new Yaml(new SafeConstructor(options)).compose(Files.newBufferedReader(file));
            if (root == null) {
                throw new InvalidScript(file, 1, "is empty\nMaybe begin with name: {en: \"…\", zh: \"…\"}");
            }
            return new Place(file, file.getFileName().toString(), root);
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            throw new InvalidScript(file, line, "is not YAML: " + e.getProblem() + "\nMaybe put the value in quotes");
        } catch (YAMLException | IOException e) {
            throw new InvalidScript(file, 1, "cannot be read: " + e.getMessage() + "\nMaybe look for another spelling");
        }
    }

    public InvalidScript wrong(String message) {
        return new InvalidScript(file, node.getStartMark().getLine() + 1, name + " " + message);
    }

    /** Its names and values, each of which has to be one of {@code known}. */
    public Fields fields(List<String> known) {
        Fields fields = names();
        fields.mustBeAmong(known);
        return fields;
    }

    /** Its names and values, whatever the names. */
    public Fields names() {
        if (node instanceof MappingNode mapping) {
            return Fields.of(this, mapping);
        }
        throw wrong("is " + shown() + ", but names with values are needed\nMaybe {name: value}");
    }

    public boolean hasNames() {
        return node instanceof MappingNode;
    }

    public boolean isList() {
        return node instanceof SequenceNode;
    }

    public List<Place> list() {
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue().stream()
                    .map(item -> new Place(file, name, item))
                    .toList();
        }
        throw wrong("is " + shown() + ", but a list is needed\nMaybe [" + shown() + "]");
    }

    /** Its text; empty when nothing stands there. */
    public String text() {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw wrong("is " + shown() + ", but one value is needed\nMaybe put it in quotes");
    }

    /** What stands here, as it may be repeated in a message. */
    public String shown() {
        return node instanceof ScalarNode scalar ? "\"" + scalar.getValue() + "\"" : "a " + node.getNodeId();
    }
}
