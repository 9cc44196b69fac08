package org.quanzu.person.source;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What all sources told of one person, joined: sets are united, values spelled differently counting once; of single values
 * the one that was told last holds. A source that tells the same value again tells nothing new. Where two were told in the
 * same millisecond, the source first in the alphabet counts.
 */
public final class JoinedAttributes {
    private static final Comparator<ToldAttributes> BY_SOURCE =
            Comparator.comparing(ToldAttributes::source).thenComparing(ToldAttributes::personId);
    private static final Comparator<ToldAttributes> LATEST_FIRST =
            Comparator.comparing(ToldAttributes::at).reversed().thenComparing(BY_SOURCE);

    private JoinedAttributes() {}

    public static PersonAttributes of(Collection<ToldAttributes> told) {
        List<ToldAttributes> all = told.stream().sorted(LATEST_FIRST).toList();
        Set<String> household = all.stream()
                .flatMap(one -> one.attributes().household().stream())
                .collect(Collectors.toSet());
        return singles(all)
                .named(
                        united(all, PersonAttributes::phones, PersonAttributes::phoneForm),
                        united(all, PersonAttributes::ownAccounts, PersonAttributes::accountForm))
                .with(household);
    }

    private static Set<String> united(
            List<ToldAttributes> all, Function<PersonAttributes, Set<String>> part, UnaryOperator<String> form) {
        Map<String, String> byForm = new LinkedHashMap<>();
        for (ToldAttributes one : all) {
            part.apply(one.attributes()).stream()
                    .sorted()
                    .forEach(value -> byForm.putIfAbsent(form.apply(value), value));
        }
        return Set.copyOf(byForm.values());
    }

    private static PersonAttributes singles(List<ToldAttributes> all) {
        ObjectNode joined = JsonMapper.shared().valueToTree(PersonAttributes.NONE);
        Map<String, Long> times = new HashMap<>();
        for (ToldAttributes one : all.stream().sorted(BY_SOURCE).toList()) {
            JsonNode told = JsonMapper.shared().valueToTree(one.attributes());
            one.since().forEach((name, at) -> {
                if (at > times.getOrDefault(name, Long.MIN_VALUE)) {
                    times.put(name, at);
                    joined.set(name, told.get(name));
                }
            });
        }
        return JsonMapper.shared().treeToValue(joined, PersonAttributes.class);
    }

    /** Changes whenever any of these does; in characters that may stand in an entity tag. */
    public static String versionOf(Collection<ToldAttributes> told) {
        long changes = told.stream().mapToLong(ToldAttributes::version).sum();
        long latest =
                told.stream().mapToLong(one -> one.at().toEpochMilli()).max().orElse(0);
        return "v" + changes + "-" + Long.toString(latest, Character.MAX_RADIX);
    }
}
