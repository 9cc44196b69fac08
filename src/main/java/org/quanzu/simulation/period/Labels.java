package org.quanzu.simulation.period;

import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.quanzu.eventjson.Fields;
import org.quanzu.eventjson.Words;

/**
 * Which events of a period belong to which scam, from {@code truth.ndjson} ({@code eventId}, {@code episode}) and {@code
 * episodes.ndjson} ({@code episode}, {@code family}, {@code mainLossAt}). Events that are not named are of no scam.
 */
final class Labels {
    private static final int LONGEST = 200;

    private final Map<Integer, Scam> scams;
    private final Map<String, Integer> episodes;

    private Labels(Map<Integer, Scam> scams, Map<String, Integer> episodes) {
        this.scams = scams;
        this.episodes = episodes;
    }

    /** Reads both files; {@code families}: those a scam can be of. */
    static Labels read(Path folder, Set<String> families) {
        Map<Integer, Scam> scams = new HashMap<>();
        Words<String> words = Words.of(families.stream().sorted().toList(), UnaryOperator.identity());
        Lines.each(folder.resolve("episodes.ndjson"), line -> Fields.of(line).build(it -> scam(it, words, scams)));
        Map<String, Integer> episodes = new HashMap<>();
        Lines.each(folder.resolve("truth.ndjson"), line -> Fields.of(line).build(it -> label(it, scams, episodes)));
        return new Labels(scams, episodes);
    }

    private static Boolean scam(Fields fields, Words<String> families, Map<Integer, Scam> scams) {
        fields.skip("playbook", "lost", "stages", "losses");
        int episode = whole(fields);
        String family = fields.word("family", families);
        OffsetDateTime mainLoss = fields.optionalTime("mainLossAt");
        OptionalLong millis = mainLoss == null
                ? OptionalLong.empty()
                : OptionalLong.of(mainLoss.toInstant().toEpochMilli());
        if (scams.putIfAbsent(episode, new Scam(family, millis)) != null) {
            fields.fault("episode", "stands here twice\nMaybe two files were joined; number the scams anew");
        }
        return Boolean.TRUE;
    }

    private static int whole(Fields fields) {
        Integer episode = fields.optionalWhole("episode");
        if (episode == null || episode < 0) {
            fields.fault("episode", "is missing or below 0\nMaybe number the scams from 0");
            return 0;
        }
        return episode;
    }

    private static Boolean label(Fields fields, Map<Integer, Scam> scams, Map<String, Integer> episodes) {
        fields.skip("measured", "stage", "loss", "persona");
        String event = fields.optionalText("eventId", LONGEST);
        Integer episode = fields.optionalWhole("episode");
        if (event == null) {
            fields.fault("eventId", "is missing");
        } else if (episode != null && !scams.containsKey(episode)) {
            fields.fault(
                    "episode", "is " + episode + ", which is not in episodes.ndjson\nMaybe add a line for it there");
        } else if (episode != null) {
            episodes.put(event, episode);
        }
        return Boolean.TRUE;
    }

    /** The scam an event belongs to, -1 for none. */
    int episode(String eventId) {
        return Objects.requireNonNullElse(episodes.get(eventId), -1);
    }

    /** A scam by its number, null for one that is not there. */
    @Nullable Scam scam(int episode) {
        return scams.get(episode);
    }

    int scams() {
        return scams.size();
    }

    int events() {
        return episodes.size();
    }
}
