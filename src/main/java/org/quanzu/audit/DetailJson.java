package org.quanzu.audit;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The detail of an entry as JSON: one object of texts. */
final class DetailJson {
    private static final JsonMapper JSON = new JsonMapper();

    private DetailJson() {}

    static String write(Map<String, String> detail) {
        return JSON.writeValueAsString(detail);
    }

    /** The detail, or null when this is no object of texts: then nobody wrote it through this class. */
    static @Nullable Map<String, String> read(String json) {
        try {
            var tree = JSON.readTree(json);
            var detail = new TreeMap<String, String>();
            for (var field : tree.properties()) {
                if (!field.getValue().isString()) {
                    return null;
                }
                detail.put(field.getKey(), field.getValue().stringValue());
            }
            return tree.isObject() ? detail : null;
        } catch (JacksonException e) {
            return null;
        }
    }
}
