package org.quanzu.eventjson;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.quanzu.canonical.Identifier;
import org.quanzu.event.InvalidEvent;
import org.quanzu.eventjson.Raw.Items;
import org.quanzu.eventjson.Raw.Literal;
import org.quanzu.eventjson.Raw.Members;
import org.quanzu.eventjson.Raw.Numeral;
import org.quanzu.eventjson.Raw.Text;

/**
 * The fields of one JSON object, asked for by name. A field with a fault answers with a stand-in, so that the rest is looked
 * at too; {@link #build} tells all faults at the end. A field that is null counts as missing, and missing optional fields
 * are unknown.
 */
public final class Fields {
    private static final String TEXT_STAND_IN = "CNY";
    private static final OffsetDateTime TIME_STAND_IN = OffsetDateTime.of(2000, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);
    private static final String TIME = "a time such as \"2026-03-01T14:05:00+08:00\" is expected";

    private final Map<String, Raw> values;
    private final String pointer;
    private final Faults faults;
    private final List<String> asked = new ArrayList<>(24);
    private final List<Fields> inner = new ArrayList<>(2);

    private Fields(Members object, String pointer, Faults faults) {
        values = object.values();
        this.pointer = pointer;
        this.faults = faults;
    }

    /** The fields of the object {@code json} is; fails with {@link InvalidJson} where it is none. */
    public static Fields of(byte[] json) {
        Faults faults = new Faults();
        return new Fields(StrictJson.read(json, faults), "", faults);
    }

    /** Builds something from these fields by {@code recipe}; fails with {@link InvalidBody} when anything is wrong. */
    public <T> T build(Function<Fields, T> recipe) {
        while (true) {
            asked.clear();
            inner.clear();
            try {
                T built = recipe.apply(this);
                findUnknown();
                if (faults.isEmpty()) {
                    return built;
                }
                throw new InvalidBody(faults.list());
            } catch (InvalidEvent e) {
                if (!faults.add(pointer + e.pointer(), String.valueOf(e.getMessage()))) {
                    throw new InvalidBody(faults.list());
                }
            }
        }
    }

    private void findUnknown() {
        Set<String> unknown = new TreeSet<>();
        for (String name : values.keySet()) {
            if (!asked.contains(name)) {
                unknown.add(name);
            }
        }
        unknown.forEach(name -> fault(name, "is not a known field" + Nearest.advice(name, asked)));
        inner.forEach(Fields::findUnknown);
    }

    /** Notes a fault of a field; the first one of a field counts. */
    public void fault(String name, String message) {
        faults.add(pointer(name), message);
    }

    /** Notes a fault of a field further inside, by its JSON Pointer from here. */
    public void faultAt(String inside, String message) {
        faults.add(pointer + inside, message);
    }

    /** These fields with one more, an id known from elsewhere; where the body gives it too, it must be the same. */
    Fields with(String name, String value) {
        Raw given = values.putIfAbsent(name, new Text(value));
        boolean same = given == null
                || (given instanceof Text text && Identifier.form(text.value()).equals(Identifier.form(value)));
        if (!same) {
            fault(name, "is not the one in the address");
        }
        return this;
    }

    /** What a field is where it is unknown. */
    void otherwise(String name, String value) {
        values.merge(name, new Text(value), (given, standard) -> given == Literal.NULL ? standard : given);
    }

    /** These may be there and do not matter here. */
    public void skip(String... names) {
        asked.addAll(List.of(names));
    }

    boolean faulty(String name) {
        return !faults.isEmpty() && faults.has(pointer(name));
    }

    List<Fault> faults() {
        return faults.list();
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    public String text(String name) {
        return required(name, optionalText(name), TEXT_STAND_IN);
    }

    public @Nullable String optionalText(String name) {
        Text text = take(name, Text.class, "a text is expected");
        return text == null ? null : text.value();
    }

    /** A text of at most {@code longest} characters that is not blank, or null where it is unknown. */
    public @Nullable String optionalText(String name, int longest) {
        String text = optionalText(name);
        String fault = text == null ? null : TextLimits.fault(text, longest);
        if (fault != null) {
            fault(name, fault);
        }
        return text;
    }

    /** An id, which must be able to stand in an address, in its one form. */
    public String id(String name) {
        return required(name, optionalId(name), TEXT_STAND_IN);
    }

    public @Nullable String optionalId(String name) {
        String id = optionalText(name);
        String fault = id == null ? null : Identifier.fault(id);
        if (fault != null) {
            fault(name, fault);
            return TEXT_STAND_IN;
        }
        return id == null ? null : Identifier.form(id);
    }

    public boolean flag(String name) {
        return required(name, optionalFlag(name), false);
    }

    public @Nullable Boolean optionalFlag(String name) {
        Literal literal = take(name, Literal.class, "true or false is expected");
        return literal == null ? null : (Boolean) (literal == Literal.TRUE);
    }

    public <T> T word(String name, Words<T> words) {
        return required(name, optionalWord(name, words), words.first());
    }

    public <T> @Nullable T optionalWord(String name, Words<T> words) {
        String given = optionalText(name);
        T meant = given == null ? null : words.find(given);
        if (given != null && meant == null) {
            fault(name, words.fault(given));
        }
        return meant;
    }

    public BigDecimal amount(String name) {
        return required(name, optionalAmount(name), BigDecimal.ONE);
    }

    public @Nullable BigDecimal optionalAmount(String name) {
        return read(name, take(name, Text.class, Amounts.EXPECTED), Amounts::read);
    }

    public OffsetDateTime time(String name) {
        return required(name, optionalTime(name), TIME_STAND_IN);
    }

    public @Nullable OffsetDateTime optionalTime(String name) {
        return read(name, take(name, Text.class, TIME), Rfc3339::read);
    }

    private <T> @Nullable T read(String name, @Nullable Text given, Function<String, T> reader) {
        try {
            return given == null ? null : reader.apply(given.value());
        } catch (IllegalArgumentException e) {
            fault(name, String.valueOf(e.getMessage()));
            return null;
        }
    }

    public @Nullable Integer optionalWhole(String name) {
        Numeral numeral = take(name, Numeral.class, "a whole number is expected");
        if (numeral == null) {
            return null;
        }
        try {
            if (numeral.whole()) {
                return Integer.valueOf(numeral.literal());
            }
        } catch (NumberFormatException e) {
            fault(name, "is " + TextLimits.shown(numeral.literal()) + ", which is too large");
            return null;
        }
        fault(name, "is " + TextLimits.shown(numeral.literal()) + "; a whole number is expected");
        return null;
    }

    /** The fields of an object within; none where it is unknown. */
    public Fields object(String name) {
        Members members = take(name, Members.class, "an object is expected");
        Fields fields = new Fields(members == null ? Members.NONE : members, pointer(name), faults);
        inner.add(fields);
        return fields;
    }

    /** The texts of an array; none where it is unknown. */
    public Set<String> texts(String name) {
        return array(name, "an array of texts is expected").texts();
    }

    /** At most {@code most} texts of an array, each of at most {@code longest} characters; none where it is unknown. */
    public Set<String> texts(String name, int most, int longest) {
        return array(name, "an array of texts is expected").texts(most, longest);
    }

    /** What {@code reader} builds of the 1 to {@code most} objects of an array; the faults of all are told together. */
    public <T> List<T> each(String name, int most, Function<Fields, T> reader) {
        return array(name, "an array of objects is expected")
                .objects(most, (members, at) -> reader.apply(new Fields(members, at, new Faults())));
    }

    private ArrayField array(String name, String expected) {
        Items items = take(name, Items.class, expected);
        return new ArrayField(items == null ? List.of() : items.values(), pointer(name), faults);
    }

    private <R extends Raw> @Nullable R take(String name, Class<R> type, String expected) {
        asked.add(name);
        Raw value = values.get(name);
        if (value == null || value == Literal.NULL || faulty(name)) {
            return null;
        }
        if (!type.isInstance(value)) {
            fault(name, "is " + value.kind() + "; " + expected);
            return null;
        }
        return type.cast(value);
    }

    private <T> T required(String name, @Nullable T value, T standIn) {
        if (value == null) {
            fault(name, values.get(name) == Literal.NULL ? "is null" : "is missing");
            return standIn;
        }
        return value;
    }

    private String pointer(String name) {
        return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
    }
}
