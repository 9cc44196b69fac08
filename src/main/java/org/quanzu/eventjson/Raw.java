package org.quanzu.eventjson;

import java.util.List;
import java.util.Map;

/** A JSON value as it was written, before anything is expected of it. */
sealed interface Raw {

    /** Names the kind of value, to say what was found in place of what was expected. */
    String kind();

    /** A string. */
    record Text(String value) implements Raw {
        @Override
        public String kind() {
            return "a text";
        }
    }

    /** A number, as spelled. */
    record Numeral(String literal, boolean whole) implements Raw {
        @Override
        public String kind() {
            return "a number";
        }
    }

    /** An array. */
    record Items(List<Raw> values) implements Raw {
        @Override
        public String kind() {
            return "an array";
        }
    }

    /** An object. */
    record Members(Map<String, Raw> values) implements Raw {
        static final Members NONE = new Members(Map.of());

        @Override
        public String kind() {
            return "an object";
        }
    }

    /** The literals. */
    enum Literal implements Raw {
        TRUE("true"),
        FALSE("false"),
        NULL("null");

        private final String kind;

        Literal(String kind) {
            this.kind = kind;
        }

        @Override
        public String kind() {
            return kind;
        }
    }
}
