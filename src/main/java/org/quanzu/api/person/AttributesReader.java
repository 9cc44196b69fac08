package org.quanzu.api.person;

import java.lang.reflect.RecordComponent;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Year;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quanzu.canonical.AccountForm;
import org.quanzu.canonical.Identifier;
import org.quanzu.canonical.NumberForm;
import org.quanzu.eventjson.Fields;
import org.quanzu.eventjson.Words;
import org.quanzu.person.source.PersonAttributes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what is told about a person, whole or as a change; names every field at fault. */
public final class AttributesReader {
    private static final String[] NAMES = Arrays.stream(PersonAttributes.class.getRecordComponents())
            .map(RecordComponent::getName)
            .toArray(String[]::new);
    private static final Words<String> LANGUAGES = Words.of(List.of("en", "zh"), word -> word);
    private static final Words<String> SEXES = Words.of(List.of("FEMALE", "MALE", "OTHER"), word -> word);
    private static final int LENGTH = 128;
    private static final int MOST_ALIASES = 20;
    private static final int MOST_RELATIVES = 50;
    private static final int EARLIEST_BIRTH = 1900;

    private final Clock clock;

    public AttributesReader(Clock clock) {
        this.clock = clock;
    }

    /** All that is told of the person of this id. */
    public PersonAttributes read(byte[] json, String personId) {
        return Fields.of(json).build(fields -> attributes(fields, personId));
    }

    /** Fails where a patch names what is no attribute, even to remove it. */
    public static void check(byte[] patch) {
        Fields.of(patch).build(fields -> {
            fields.skip(NAMES);
            return fields;
        });
    }

    /** What a JSON Merge Patch makes of what was told before. */
    public PersonAttributes patched(PersonAttributes before, byte[] patch, String personId) {
        JsonNode told = JsonMapper.shared().valueToTree(before);
        JsonNode change = JsonMapper.shared().readTree(patch);
        return read(JsonMapper.shared().writeValueAsBytes(MergePatch.apply(told, change)), personId);
    }

    private PersonAttributes attributes(Fields fields, String personId) {
        Set<String> household = fields.texts("household", MOST_RELATIVES, LENGTH).stream()
                .map(Identifier::form)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (household.contains(personId)) {
            fields.fault("household", "names the person itself");
        }
        household.stream()
                .map(Identifier::fault)
                .filter(Objects::nonNull)
                .forEach(fault -> fields.fault("household", "has an entry that " + fault));
        return new PersonAttributes(
                named(fields, "phones", phone -> NumberForm.of(phone).isKnown()),
                named(fields, "ownAccounts", account -> AccountForm.of(account) != null),
                household,
                birthYear(fields),
                fields.optionalWord("sex", SEXES),
                fields.optionalText("occupation", LENGTH),
                fields.optionalText("education", LENGTH),
                fields.optionalText("town", LENGTH),
                fields.optionalText("guardianContact", LENGTH),
                fields.optionalFlag("antiFraudApp"),
                fields.optionalWord("language", LANGUAGES),
                zone(fields));
    }

    private static @Nullable String zone(Fields fields) {
        String zone = fields.optionalText("zone", LENGTH);
        try {
            return zone == null ? null : ZoneId.of(zone).getId();
        } catch (DateTimeException e) {
            fields.fault("zone", "is no time zone\nMaybe Asia/Shanghai");
            return null;
        }
    }

    /** What names the person; a stand-in for no value names nobody. */
    private static Set<String> named(Fields fields, String name, Predicate<String> known) {
        Set<String> values = fields.texts(name, MOST_ALIASES, LENGTH);
        if (!values.stream().allMatch(known)) {
            fields.fault(name, "has an entry that stands for no value\nMaybe leave it out");
        }
        return values;
    }

    private @Nullable Integer birthYear(Fields fields) {
        Integer year = fields.optionalWhole("birthYear");
        int thisYear = Year.now(clock).getValue();
        if (year != null && (year < EARLIEST_BIRTH || year > thisYear)) {
            fields.fault("birthYear", "is " + year + "; it lies between " + EARLIEST_BIRTH + " and " + thisYear);
        }
        return year;
    }
}
