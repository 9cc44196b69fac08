package org.quanzu.person.source;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What one source told of the person of one id. {@code since} says of each single value since when the source tells it as it
 * is now, in epoch milliseconds; {@code version} counts the changes. It is not {@code stored} when it was told before it was
 * kept by source and is still to be written so.
 */
public record ToldAttributes(
        String personId,
        String source,
        PersonAttributes attributes,
        Map<String, Long> since,
        long version,
        Instant at,
        boolean stored) {
    /** The source of what was told before sources were kept, where it cannot be known any more. */
    public static final String UNKNOWN = "";

    public ToldAttributes {
        since = Map.copyOf(since);
    }

    /** A source that begins to tell of a person. */
    public static ToldAttributes begun(String personId, String source, Instant at) {
        return new ToldAttributes(personId, source, PersonAttributes.NONE, Map.of(), 1, at, true);
    }

    /** The same, told before it was kept by source. */
    ToldAttributes unstored() {
        return new ToldAttributes(personId, source, attributes, since, version, at, false);
    }

    /** The source tells this of the person now; values it told before keep their time. */
    public ToldAttributes changed(PersonAttributes told, Instant now) {
        if (told.equals(attributes)) {
            return this;
        }
        JsonNode before = JsonMapper.shared().valueToTree(attributes);
        JsonNode after = JsonMapper.shared().valueToTree(told);
        Map<String, Long> times = new HashMap<>();
        after.properties().forEach(field -> {
            if (!field.getValue().isNull() && !field.getValue().isArray()) {
                boolean same = field.getValue().equals(before.get(field.getKey()));
                times.put(
                        field.getKey(),
                        Objects.requireNonNullElse(same ? since.get(field.getKey()) : null, now.toEpochMilli()));
            }
        });
        return new ToldAttributes(personId, source, told, times, version + 1, now, true);
    }

    /** The same without phones and accounts that are meant by {@code gone}. */
    public ToldAttributes without(Predicate<String> gonePhones, Predicate<String> goneAccounts, Instant now) {
        return changed(
                attributes.named(
                        filtered(attributes.phones(), gonePhones.negate()),
                        filtered(attributes.ownAccounts(), goneAccounts.negate())),
                now);
    }

    /** The same without what {@code other} has, too. */
    public ToldAttributes withoutThatOf(ToldAttributes other, Instant now) {
        PersonAttributes theirs = other.attributes;
        return changed(
                new PersonAttributes(
                        filtered(attributes.phones(), phone -> !PersonAttributes.hasPhone(theirs.phones(), phone)),
                        filtered(
                                attributes.ownAccounts(),
                                account -> !PersonAttributes.hasAccount(theirs.ownAccounts(), account)),
                        filtered(
                                attributes.household(),
                                id -> !theirs.household().contains(id)),
                        left(attributes.birthYear(), theirs.birthYear()),
                        left(attributes.sex(), theirs.sex()),
                        left(attributes.occupation(), theirs.occupation()),
                        left(attributes.education(), theirs.education()),
                        left(attributes.town(), theirs.town()),
                        left(attributes.guardianContact(), theirs.guardianContact()),
                        left(attributes.antiFraudApp(), theirs.antiFraudApp()),
                        left(attributes.language(), theirs.language()),
                        left(attributes.zone(), theirs.zone())),
                now);
    }

    private static <T> @Nullable T left(@Nullable T mine, @Nullable T theirs) {
        return theirs == null ? mine : null;
    }

    /** The same without persons of the household who are gone. */
    public ToldAttributes leavingHousehold(Collection<String> gone, Instant now) {
        Set<String> staying = filtered(attributes.household(), id -> !gone.contains(id));
        return changed(attributes.with(staying), now);
    }

    private static Set<String> filtered(Set<String> values, Predicate<String> staying) {
        Set<String> left = new HashSet<>(values);
        left.removeIf(staying.negate());
        return left;
    }
}
