package org.quanzu.simulation.yaml;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quanzu.rulefile.vocabulary.Nearest;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/** The names and values at one place, in the order in which they stand. */
public final class Fields {
    private final Place place;
    private final Map<String, Place> values;

    private Fields(Place place, Map<String, Place> values) {
        this.place = place;
        this.values = values;
    }

    static Fields of(Place place, MappingNode mapping) {
        Map<String, Place> values = new LinkedHashMap<>();
        for (NodeTuple entry : mapping.getValue()) {
            Place key = new Place(place.file(), place.name(), entry.getKeyNode());
            String name = key.text();
            if (values.put(name, new Place(place.file(), name, entry.getValueNode())) != null) {
                throw key.wrong("has " + name + " twice\nMaybe take one of them out");
            }
        }
        return new Fields(place, values);
    }

    /** These fields, and those of {@code other} where there are none here. */
    public Fields over(Fields other) {
        Map<String, Place> both = new LinkedHashMap<>(other.values);
        both.putAll(values);
        return new Fields(place, both);
    }

    /** Fails when there is another field than {@code known}. */
    public void mustBeAmong(Collection<String> known) {
        values.forEach((name, value) -> {
            if (!known.contains(name)) {
                throw unknown(value, "field", name, known);
            }
        });
    }

    /** What to say of a word of some {@code sort} that is not among the known ones. */
    public static InvalidScript unknown(Place place, String sort, String word, Collection<String> known) {
        String advice = Nearest.to(word, known)
                .map(near -> "you meant " + near)
                .orElseGet(() -> "use one of "
                        + String.join(", ", known.stream().sorted().toList()));
        return new InvalidScript(
                place.file(),
                place.node().getStartMark().getLine() + 1,
                sort + " \"" + word + "\" is unknown\nMaybe " + advice);
    }

    /** The place of {@code value} with the word it stands under as its text. */
    public static Place key(Place value, String name) {
        ScalarNode key = new ScalarNode(
                Tag.STR, name, value.node().getStartMark(), value.node().getEndMark(), DumperOptions.ScalarStyle.PLAIN);
        return new Place(value.file(), name, key);
    }

    public Place place() {
        return place;
    }

    public Map<String, Place> all() {
        return values;
    }

    public List<String> names() {
        return List.copyOf(values.keySet());
    }

    public Optional<Place> find(String name) {
        return Optional.ofNullable(values.get(name));
    }

    public Place need(String name) {
        @Nullable Place found = values.get(name);
        if (found == null) {
            throw place.wrong("has no " + name + "\nMaybe add " + name + ":");
        }
        return found;
    }

    public boolean flag(String name, boolean otherwise) {
        return find(name)
                .map(it -> switch (it.text()) {
                    case "yes", "true" -> true;
                    case "no", "false" -> false;
                    default -> throw it.wrong("is " + it.shown() + "\nMaybe yes or no");
                })
                .orElse(otherwise);
    }

    /** One of the constants of {@code words}. */
    public <E extends Enum<E>> E word(String name, Class<E> words, E otherwise) {
        return find(name).map(it -> Words.word(it, words)).orElse(otherwise);
    }
}
