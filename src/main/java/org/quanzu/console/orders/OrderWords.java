package org.quanzu.console.orders;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.quanzu.console.orders.OrderSheet.Field;
import org.quanzu.console.orders.OrderSheet.Put;
import org.quanzu.desk.timeline.Masked;
import org.quanzu.outreach.Delivery;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is sent, as it may be shown: field by field, names, numbers and accounts masked. */
final class OrderWords {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Set<String> KNOWN_OTHERWISE =
            Set.of("orderId", "kind", "caseId", "personId", "requestedAt", "texts");
    private static final Set<String> SECRET = Set.of("payee.name", "payee.account", "to.phone");
    private static final Set<String> TIMES = Set.of("paidAt", "until", "before");
    private static final Pattern NUMBER = Pattern.compile("(?:\\d[ -]?){10,}\\d|\\d{7,}");
    private static final int LONGEST = 300;

    private OrderWords() {}

    static Put put(Delivery delivery) {
        @Nullable String answer = delivery.answer();
        return new Put(
                delivery.id(),
                delivery.caseId(),
                delivery.kind().name(),
                delivery.state().name(),
                delivery.putBy(),
                delivery.putAt(),
                delivery.tries(),
                delivery.triedAt(),
                delivery.status(),
                answer == null ? null : masked(answer.substring(0, Math.min(answer.length(), LONGEST))),
                fields(delivery.body()));
    }

    static List<Field> fields(String body) {
        List<Field> fields = new ArrayList<>();
        gather("", JSON.readTree(body), fields);
        return fields;
    }

    private static void gather(String prefix, JsonNode json, List<Field> fields) {
        json.properties().forEach(entry -> {
            String name = prefix + entry.getKey();
            if (entry.getValue().isObject() && !KNOWN_OTHERWISE.contains(name)) {
                gather(name + ".", entry.getValue(), fields);
            } else if (!KNOWN_OTHERWISE.contains(name)) {
                fields.add(field(name, entry.getValue().asString("")));
            }
        });
    }

    private static Field field(String name, String value) {
        if (TIMES.contains(name)) {
            return new Field(name, value, Instant.parse(value));
        }
        String shown = SECRET.contains(name) ? Objects.requireNonNullElse(Masked.of(value), "") : masked(value);
        return new Field(name, shown, null);
    }

    private static String masked(String text) {
        return NUMBER.matcher(text).replaceAll(found -> Objects.requireNonNullElse(Masked.of(found.group()), ""));
    }
}
