package org.quanzu.simulation.script;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quanzu.event.Counterparty;
import org.quanzu.simulation.yaml.Fields;
import org.quanzu.simulation.yaml.Place;
import org.quanzu.simulation.yaml.Plain;
import org.quanzu.simulation.yaml.Words;
import org.quanzu.watchlist.NumberKind;

/** Reads who plays along in a script. */
final class RoleReader {
    private static final List<String> FIELDS =
            List.of("account", "number", "app", "of", "count", "trusted", "criminal");

    private RoleReader() {}

    static Map<String, Role> roles(Fields script, boolean criminal) {
        Map<String, Role> roles = new LinkedHashMap<>();
        script.find("roles")
                .ifPresent(place -> place.names()
                        .all()
                        .forEach((name, role) -> roles.put(name, role(name, role.fields(FIELDS), criminal))));
        return roles;
    }

    private static Role role(String name, Fields fields, boolean criminal) {
        return new Role(
                name,
                kinds(fields, "account", Counterparty.Kind.class),
                kinds(fields, "number", NumberKind.class),
                fields.find("app").map(RoleReader::apps).orElse(List.of()),
                fields.word("of", Role.Scope.class, Role.Scope.ONCE),
                count(fields),
                fields.find("trusted").map(Plain::number).orElse(0.0),
                fields.flag("criminal", criminal));
    }

    private static <E extends Enum<E>> @Nullable Weights<E> kinds(Fields fields, String name, Class<E> words) {
        return fields.find(name)
                .map(place -> Weights.read(place, one -> Words.word(one, words)))
                .orElse(null);
    }

    private static List<String> apps(Place place) {
        return place.isList() ? place.list().stream().map(Place::text).toList() : List.of(place.text());
    }

    private static int count(Fields fields) {
        return fields.find("count")
                .map(it -> {
                    int count = (int) Plain.number(it);
                    if (count < 1) {
                        throw it.wrong("is " + it.text() + ", but at least one is needed\nMaybe 1");
                    }
                    return count;
                })
                .orElse(1);
    }
}
