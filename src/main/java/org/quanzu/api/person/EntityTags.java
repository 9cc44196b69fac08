package org.quanzu.api.person;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ETag;

/** Versions as entity tags, and what {@code If-Match} asks of them (RFC 9110). */
public final class EntityTags {
    private EntityTags() {}

    public static String of(String version) {
        return '"' + version + '"';
    }

    /** Whether a version is one the header names; {@code *} names any of something that {@code exists}. */
    public static Predicate<String> ifMatch(@Nullable String header, BooleanSupplier exists) {
        if (header == null) {
            return version -> true;
        }
        if (header.strip().equals("*")) {
            boolean known = exists.getAsBoolean();
            return version -> known;
        }
        List<ETag> tags = ETag.parse(header);
        return version -> tags.stream().anyMatch(tag -> !tag.weak() && tag.tag().equals(version));
    }
}
