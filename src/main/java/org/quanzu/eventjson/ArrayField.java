package org.quanzu.eventjson;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import org.quanzu.eventjson.Raw.Members;
import org.quanzu.eventjson.Raw.Text;

/** The elements of one array field; the faults of all elements are told together. */
record ArrayField(List<Raw> items, String pointer, Faults faults) {

    Set<String> texts() {
        Set<String> texts = new LinkedHashSet<>();
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i) instanceof Text text && !text.value().isBlank()) {
                texts.add(text.value());
            } else {
                String found = items.get(i) instanceof Text
                        ? "is blank"
                        : "is " + items.get(i).kind();
                faults.add(pointer + "/" + i, found + "; a text is expected");
            }
        }
        return texts;
    }

    /** At most {@code most} texts, each of at most {@code longest} characters. */
    Set<String> texts(int most, int longest) {
        Set<String> texts = texts();
        if (texts.size() > most) {
            faults.add(pointer, "has " + texts.size() + " entries; at most " + most + " are allowed");
        }
        texts.stream().filter(text -> text.length() > longest).findFirst().ifPresent(text -> {
            faults.add(
                    pointer, "has an entry of " + text.length() + " characters; at most " + longest + " are allowed");
        });
        if (texts.stream().anyMatch(TextLimits::isBroken)) {
            faults.add(pointer, TextLimits.BROKEN);
        }
        return texts;
    }

    /** What {@code reader} builds of 1 to {@code most} objects and their JSON Pointers. */
    <T> List<T> objects(int most, BiFunction<Members, String, T> reader) {
        List<T> built = new ArrayList<>();
        if (items.isEmpty() || items.size() > most) {
            faults.add(pointer, "has " + items.size() + " entries; 1 to " + most + " are allowed");
            return built;
        }
        for (int i = 0; i < items.size(); i++) {
            String at = pointer + "/" + i;
            if (!(items.get(i) instanceof Members members)) {
                faults.add(at, "is " + items.get(i).kind() + "; an object is expected");
                continue;
            }
            try {
                built.add(reader.apply(members, at));
            } catch (InvalidBody e) {
                e.faults().forEach(fault -> faults.add(fault.pointer(), fault.message()));
            }
        }
        return built;
    }
}
