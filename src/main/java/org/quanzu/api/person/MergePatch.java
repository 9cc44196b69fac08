package org.quanzu.api.person;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** JSON Merge Patch as RFC 7396 defines it. */
public final class MergePatch {
    private MergePatch() {}

    /** What {@code patch} makes of {@code target}: objects are merged, null removes, all else replaces. */
    public static JsonNode apply(JsonNode target, JsonNode patch) {
        if (!patch.isObject()) {
            return patch;
        }
        ObjectNode result = target.isObject() ? (ObjectNode) target.deepCopy() : JsonNodeFactory.instance.objectNode();
        patch.properties().forEach(change -> {
            String name = change.getKey();
            if (change.getValue().isNull()) {
                result.remove(name);
            } else {
                JsonNode before = result.get(name);
                result.set(
                        name, apply(before == null ? JsonNodeFactory.instance.nullNode() : before, change.getValue()));
            }
        });
        return result;
    }
}
