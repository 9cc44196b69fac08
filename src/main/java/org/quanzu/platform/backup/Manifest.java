package org.quanzu.platform.backup;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a backup holds and what it was made of; the entry {@code manifest.json} of the file.
 *
 * @param format the layout of the file
 * @param product the version that made it
 * @param identityKey the fingerprint of the identity key; null when it was not at hand
 * @param encryptionKeys the ids of the keys that values are sealed with
 * @param migrations those the tables went through, the latest last
 * @param days the days of receipt that have a table
 * @param tables in the order in which they are in the file
 */
record Manifest(
        int format,
        String product,
        Instant madeAt,
        @Nullable String identityKey,
        List<String> encryptionKeys,
        List<Migration> migrations,
        List<DayTable> days,
        List<Table> tables,
        List<Sequence> sequences) {
    static final int FORMAT = 1;
    static final String ENTRY = "manifest.json";

    String schemaVersion() {
        return migrations.get(migrations.size() - 1).version();
    }

    long rows() {
        return tables.stream().mapToLong(Table::rows).sum();
    }

    long rows(String table) {
        return tables.stream()
                .filter(one -> one.name().equals(table))
                .mapToLong(Table::rows)
                .sum();
    }

    /** One change of the schema, with Flyway's checksum. */
    record Migration(String version, @Nullable Integer checksum) {}

    /** The table of the events of one day; not attached while retention is about to drop it. */
    record DayTable(String name, boolean attached) {}

    /** The rows of one table, in PostgreSQL's binary COPY format, with the SHA-256 of these bytes in hex. */
    record Table(String name, List<String> columns, long rows, String sha256) {
        String entry() {
            return entry(name);
        }

        static String entry(String name) {
            return "tables/" + name + ".copy";
        }
    }

    /** The state of a sequence. */
    record Sequence(String name, long value, boolean called) {}
}
