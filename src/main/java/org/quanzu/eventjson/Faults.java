package org.quanzu.eventjson;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The faults found so far in one body, one per field, in the order found. */
final class Faults {
    private static final int SHOWN = 50;

    private final Map<String, String> byPointer = new LinkedHashMap<>();

    /** Adds a fault; false where one of that field is known already. */
    boolean add(String pointer, String message) {
        return byPointer.putIfAbsent(pointer, message) == null;
    }

    boolean has(String pointer) {
        return byPointer.containsKey(pointer);
    }

    boolean isEmpty() {
        return byPointer.isEmpty();
    }

    List<Fault> list() {
        return byPointer.entrySet().stream()
                .limit(SHOWN)
                .map(fault -> new Fault(fault.getKey(), fault.getValue()))
                .toList();
    }
}
