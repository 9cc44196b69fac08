package org.quanzu;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Bodies with one fault each, made from a valid one, with the path they go to and the field that is to be named. */
final class BadBodies {
    private static final String ROOT = "/api/v1";
    private static final String LONG = '"' + "x".repeat(600) + '"';
    private static final List<String> NO_TEXT = List.of("7", "true", "[]", "{}", "\"\\u0000\"", LONG);
    private static final List<String> NO_ID = and(NO_TEXT, "\"\"", "\" \"");
    private static final List<String> NO_WORD = and(NO_TEXT, "\"\"", "\"SIDEWAYS\"", "\"\\ud800\"");
    private static final List<String> NO_FLAG = List.of("\"yes\"", "1", "[]", "{}");
    private static final List<String> NO_AMOUNT = List.of(
            "12.5",
            "-1",
            "true",
            "[]",
            "{}",
            "\"\"",
            "\"-1\"",
            "\"NaN\"",
            "\"Infinity\"",
            "\"1e9\"",
            "\"1e999999999\"",
            "\"0x10\"",
            "\"12,5\"",
            "\"0.00001\"",
            "\"999999999999999\"",
            '"' + "9".repeat(5000) + '"');
    private static final List<String> NO_TIME = List.of(
            "1772345100",
            "true",
            "{}",
            "\"\"",
            "\"yesterday\"",
            "\"2026-03-01\"",
            "\"2026-03-01T14:05:00\"",
            "\"2026-02-30T00:00:00Z\"",
            "\"2026-03-01T14:05:00+99:00\"",
            "\"2999-01-01T00:00:00Z\"",
            "\"+999999999-12-31T23:59:59Z\"",
            "\"1066-10-14T09:00:00Z\"");
    private static final List<String> NO_SECONDS =
            List.of("-1", "1.5", "1e99", "604801", "99999999999999999999", "\"60\"", "true");

    private BadBodies() {}

    /** A body and the field that is wrong in it. */
    record Bad(String path, String name, @Nullable String value, String body, String pointer) {
        @Override
        public String toString() {
            String shown = value == null ? "missing" : value.length() > 40 ? value.substring(0, 40) + "…" : value;
            return path + " " + name + " " + shown;
        }
    }

    /** Valid fields and what each of them must not be. */
    private static final class Shape {
        private final String path;
        private final Map<String, String> valid = new LinkedHashMap<>();
        private final List<Bad> all = new ArrayList<>();

        Shape(String path, String... fields) {
            this.path = path;
            valid.put("eventId", "\"e-1\"");
            valid.put("personId", "\"PERSON\"");
            valid.put("occurredAt", "\"2026-03-01T14:05:00+08:00\"");
            for (int i = 0; i < fields.length; i += 2) {
                valid.put(fields[i], fields[i + 1]);
            }
        }

        static Shape ofEvent(String path, String... fields) {
            return new Shape(path, fields)
                    .required("eventId", NO_ID)
                    .required("occurredAt", NO_TIME)
                    .required("personId", List.of())
                    .never("personId", and(NO_ID, "\"\\u0007\""))
                    .never("source", List.of("\"bank\""))
                    .never("amuont", List.of("\"1\"", "null"))
                    .never("type", List.of("\"elopement\"", "5"));
        }

        Shape required(String name, List<String> wrong) {
            all.add(bad(name, null, "/" + name));
            all.add(bad(name, "null", "/" + name));
            return never(name, wrong);
        }

        Shape never(String name, List<String> wrong) {
            wrong.forEach(value -> all.add(bad(name, value, "/" + name)));
            return this;
        }

        Shape within(String object, String name, List<String> wrong) {
            wrong.forEach(value -> all.add(bad(object, "{\"" + name + "\":" + value + "}", "/" + object + "/" + name)));
            return this;
        }

        private Bad bad(String name, @Nullable String value, String pointer) {
            Map<String, String> fields = new LinkedHashMap<>(valid);
            fields.remove(name);
            if (value != null) {
                fields.put(name, value);
            }
            String body = fields.entrySet().stream()
                    .map(field -> "\"" + field.getKey() + "\":" + field.getValue())
                    .collect(joining(",", "{", "}"));
            return new Bad(path, name, value, body, pointer);
        }
    }

    /** A body nothing is wrong with. */
    static String payment(String eventId, String amount, String person) {
        return "{\"eventId\":\"" + eventId + "\",\"personId\":\"" + person
                + "\",\"occurredAt\":\"2026-03-01T14:05:00+08:00\",\"direction\":\"OUT\",\"amount\":\"" + amount
                + "\",\"currency\":\"CNY\",\"status\":\"COMPLETED\"}";
    }

    static Stream<Bad> all() {
        return Stream.of(transaction(), status(), call(), message(), activity()).flatMap(shape -> shape.all.stream());
    }

    private static Shape transaction() {
        return Shape.ofEvent(
                        ROOT + "/transactions",
                        "direction",
                        "\"OUT\"",
                        "amount",
                        "\"12.50\"",
                        "currency",
                        "\"CNY\"",
                        "status",
                        "\"ATTEMPTED\"")
                .required("direction", NO_WORD)
                .required("amount", and(NO_AMOUNT, "\"0\""))
                .never("currency", NO_WORD)
                .required("status", NO_WORD)
                .never("purpose", NO_WORD)
                .never("channel", NO_WORD)
                .never("memo", NO_TEXT)
                .never("balanceBefore", NO_AMOUNT)
                .never("counterparty", List.of("\"acc\"", "5", "[]"))
                .within("counterparty", "account", NO_ID)
                .within("counterparty", "kind", NO_WORD)
                .within("counterparty", "bank", NO_TEXT)
                .within("counterparty", "name", NO_TEXT)
                .within("counterparty", "colour", List.of("\"red\""))
                .never("session", List.of("true", "[]"))
                .within("session", "deviceId", NO_ID)
                .within("session", "screenShared", NO_FLAG)
                .within("session", "remoteControlled", NO_FLAG)
                .within("session", "callActive", NO_FLAG);
    }

    private static Shape status() {
        return Shape.ofEvent(ROOT + "/transactions/t-1/status", "status", "\"FAILED\"")
                .required("status", NO_WORD)
                .never("transactionId", and(NO_TEXT, "\"t-2\""));
    }

    private static Shape call() {
        return Shape.ofEvent(
                        ROOT + "/calls",
                        "direction",
                        "\"IN\"",
                        "number",
                        "\"+8613800000000\"",
                        "answered",
                        "true",
                        "state",
                        "\"ENDED\"")
                .required("direction", NO_WORD)
                .required("number", NO_TEXT)
                .never("answered", NO_FLAG)
                .required("state", NO_WORD)
                .never("callId", NO_ID)
                .never("durationSeconds", NO_SECONDS);
    }

    private static Shape message() {
        String many = Stream.iterate(0, i -> i < 21, i -> i + 1)
                .map(i -> "\"T" + i + "\"")
                .collect(joining(","));
        return Shape.ofEvent(ROOT + "/messages", "direction", "\"IN\"", "sender", "\"106900\"", "channel", "\"SMS\"")
                .required("direction", NO_WORD)
                .required("sender", NO_TEXT)
                .required("channel", NO_WORD)
                .never("themes", List.of("\"REFUND\"", "7", "{}", "[7]", "[\"\"]", "[null]", "[[]]", "[" + many + "]"))
                .never("hasLink", NO_FLAG);
    }

    private static Shape activity() {
        return Shape.ofEvent(ROOT + "/app-activities", "kind", "\"INSTALLED\"")
                .required("kind", NO_WORD)
                .never("subject", NO_TEXT)
                .never("offStore", NO_FLAG);
    }

    private static List<String> and(List<String> some, String... more) {
        List<String> all = new ArrayList<>(some);
        all.addAll(List.of(more));
        return all;
    }
}
