package org.quanzu.journal.consumer;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quanzu.journal.consumer.DeliveredRecord.Kind;

/** The next records after {@code position}, in their order; {@code more} may follow at once. */
record Batch(long position, List<Read> records, boolean more) {

    Batch {
        records = List.copyOf(records);
    }

    /** A record and where it lies; {@code day} and {@code event} name an event and are null of a person's change. */
    record Read(
            DeliveredRecord record,
            @Nullable LocalDate day,
            @Nullable String event) {
        boolean isEvent() {
            return record.kind() == Kind.EVENT;
        }
    }

    boolean isEmpty() {
        return records.isEmpty();
    }

    /** The position when all of it is done; changes of persons do not move it. */
    long after() {
        return records.stream()
                .filter(Read::isEvent)
                .mapToLong(read -> read.record().seq())
                .reduce(position, Math::max);
    }

    Set<String> persons() {
        return records.stream().map(read -> read.record().personId()).collect(Collectors.toSet());
    }

    List<Long> changes() {
        return records.stream()
                .filter(read -> !read.isEvent())
                .map(read -> read.record().seq())
                .toList();
    }
}
