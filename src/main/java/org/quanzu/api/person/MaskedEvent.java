package org.quanzu.api.person;

import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** An event without the numbers, accounts, names and words in it, but for the last signs of the long ones. */
public final class MaskedEvent {
    private static final Set<String> MASKED =
            Set.of("phone", "account", "number", "sender", "name", "memo", "deviceId");

    private MaskedEvent() {}

    public static byte[] of(byte[] event) {
        JsonNode json = JsonMapper.shared().readTree(event);
        mask(json);
        return JsonMapper.shared().writeValueAsBytes(json);
    }

    private static void mask(JsonNode json) {
        if (json instanceof ObjectNode object) {
            for (String name : Set.copyOf(object.propertyNames())) {
                JsonNode value = object.get(name);
                if (MASKED.contains(name) && value.isString()) {
                    object.put(name, masked(name, value.stringValue()));
                } else {
                    mask(value);
                }
            }
        }
    }

    private static String masked(String name, String value) {
        boolean words = name.equals("name") || name.equals("memo");
        return words ? "*".repeat(value.length()) : String.valueOf(MaskedAttributes.masked(value));
    }
}
