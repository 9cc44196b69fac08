package org.quanzu.console;

import tools.jackson.databind.json.JsonMapper;

/** Data of a page for its scripts: JSON that cannot end the script element it stands in. */
public final class PageJson {
    private static final JsonMapper JSON = new JsonMapper();

    private PageJson() {}

    /** Only texts can contain what is replaced, and there the replacement means the same. */
    public static String of(Object data) {
        return JSON.writeValueAsString(data)
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }
}
