package org.quanzu.platform;

import java.nio.file.Path;
import java.util.Currency;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.quanzu.scoring.Decision;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of the process.
 *
 * @param data the folder for everything kept on this machine: database, generated keys
 * @param rules the folder of rule files
 * @param simulations the folder of stories
 * @param latencyBudgetMillis an answer later than this is HTTP 202 with what is known by then, marked degraded
 * @param degradedDecision what a bank is told at least about an outgoing payment that could not be scored in time
 * @param retentionDays events older than this are dropped, by whole days
 * @param currency the home currency (ISO 4217): rules, levels and sums are in it, and other currencies are converted into it
 * @param identityKey 32 bytes as 64 hex digits or base64, for the keyed hashes of phones and accounts; empty: one is
 *     generated and kept in the data folder
 * @param encryptionKeys keys of 32 bytes, each as 64 hex digits or base64, with commas between; the first one seals, all
 *     open; empty: one is generated and kept in the data folder
 * @param apiKey an API key with all scopes, instead of the generated one
 * @param adminPassword the administrator's password, instead of the generated one
 * @param database the embedded database
 * @param limits the largest requests accepted
 */
@ConfigurationProperties("quanzu")
public record QuanzuSettings(
        @DefaultValue("data") Path data,
        @DefaultValue("rules") Path rules,
        @DefaultValue("simulations") Path simulations,
        @DefaultValue("300") int latencyBudgetMillis,
        @DefaultValue("ALLOW") Decision degradedDecision,
        @DefaultValue("90") int retentionDays,
        @DefaultValue("CNY") String currency,
        @DefaultValue("") String identityKey,
        @DefaultValue("") String encryptionKeys,
        @DefaultValue("") String apiKey,
        @DefaultValue("") String adminPassword,
        @DefaultValue Database database,
        @DefaultValue Limits limits) {

    public QuanzuSettings {
        inRange("quanzu.latency-budget-millis", latencyBudgetMillis, 1, 60_000);
        inRange("quanzu.retention-days", retentionDays, 1, 3_650);
        isCurrency("quanzu.currency", currency);
    }

    /** Nothing secret goes into a log. */
    @Override
    public String toString() {
        return "QuanzuSettings[data=" + data + ", rules=" + rules + "]";
    }

    private static void isCurrency(String name, String code) {
        boolean known = Currency.getAvailableCurrencies().stream()
                .anyMatch(currency -> currency.getCurrencyCode().equals(code));
        if (!known) {
            throw new StartFailure(
                    "The setting " + name + " is \"" + code + "\", which is no ISO 4217 code",
                    "write three capital letters, as in --" + name + "=CNY");
        }
    }

    private static void inRange(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new StartFailure(
                    "The setting " + name + " is " + value,
                    "set it between " + least + " and " + most + ", as in --" + name + "=" + most);
        }
    }

    /**
     * The embedded database, used when {@code spring.datasource.url} is not set.
     *
     * @param port its port on loopback; 0 takes a free one
     * @param version version of the PostgreSQL programs packed into this jar
     * @param programs the folder the PostgreSQL programs are unpacked to; empty: inside the data folder
     * @param sharedBuffersMegabytes memory for its page cache
     * @param writer whether this process is the single writer; the short commands are not
     */
    public record Database(
            @DefaultValue("0") int port,
            @DefaultValue("18") String version,
            @Nullable Path programs,
            @DefaultValue("256") int sharedBuffersMegabytes,
            @DefaultValue("true") boolean writer) {

        public Database {
            inRange("quanzu.database.port", port, 0, 65_535);
            inRange("quanzu.database.shared-buffers-megabytes", sharedBuffersMegabytes, 16, 65_536);
        }
    }

    /**
     * The largest requests accepted.
     *
     * @param requestBytes any request but a batch
     * @param batchBytes one batch of events
     * @param batchLines events in one batch
     * @param batchesAtOnce batches under way at once, half of them of one key
     * @param requestsPerSecond of one key, unless the key has a limit of its own; 0 is none
     * @param slowBodies bodies at once that threads wait for, half of them of one key
     * @param bodyTime how long a body may take, and a second more for each 16 KB
     */
    public record Limits(
            @DefaultValue("1000000") int requestBytes,
            @DefaultValue("50000000") int batchBytes,
            @DefaultValue("50000") int batchLines,
            @DefaultValue("12") int batchesAtOnce,
            @DefaultValue("0") int requestsPerSecond,
            @DefaultValue("24") int slowBodies,
            @DefaultValue("10s") Duration bodyTime) {

        public Limits {
            inRange("quanzu.limits.request-bytes", requestBytes, 1_000, 100_000_000);
            inRange("quanzu.limits.batch-bytes", batchBytes, 1_000, 1_000_000_000);
            inRange("quanzu.limits.batch-lines", batchLines, 1, 1_000_000);
            inRange("quanzu.limits.batches-at-once", batchesAtOnce, 1, 100);
            inRange("quanzu.limits.requests-per-second", requestsPerSecond, 0, 1_000_000);
            inRange("quanzu.limits.slow-bodies", slowBodies, 2, 1_000);
            inRange("quanzu.limits.body-time", (int) Math.min(bodyTime.toSeconds(), 601), 1, 600);
        }
    }
}
