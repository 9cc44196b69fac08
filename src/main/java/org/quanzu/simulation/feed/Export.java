package org.quanzu.simulation.feed;

import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.quanzu.eventjson.EventJson;
import org.quanzu.eventjson.JsonText;
import org.quanzu.simulation.feed.Feed.Told;
import org.quanzu.simulation.life.Episode;
import org.quanzu.simulation.life.Truth;
import org.quanzu.simulation.population.Inhabitant;
import org.quanzu.simulation.population.Resident;

/**
 * Writes a city to a folder, an object a line: {@code events.ndjson} as the API takes them, in order of time; {@code
 * truth.ndjson}, what each event really is; {@code persons.ndjson}, and {@code episodes.ndjson}, the scams with their losses.
 */
public final class Export {
    private final Feed feed;
    private final Runnable day;

    /** {@code day} is told after each day that is written. */
    public Export(Feed feed, Runnable day) {
        this.feed = feed;
        this.day = day;
    }

    /** Writes all files or none; the number of events. */
    public long to(Path folder) {
        try (WholeFiles files = new WholeFiles(folder)) {
            OutputStream events = files.add("events.ndjson");
            OutputStream truth = files.add("truth.ndjson");
            long[] count = {0};
            feed.tell(told -> {
                told.forEach(it -> {
                    files.line(events, EventJson.asTold(it.happening().event()));
                    files.line(truth, truth(it));
                });
                count[0] += told.size();
                day.run();
            });
            lines(
                    files,
                    "persons.ndjson",
                    feed.persons().stream().map(Export::person).toList());
            lines(
                    files,
                    "episodes.ndjson",
                    feed.episodes().stream().map(Export::episode).toList());
            files.keep();
            return count[0];
        }
    }

    private static void lines(WholeFiles files, String name, List<byte[]> lines) {
        OutputStream file = files.add(name);
        lines.forEach(line -> files.line(file, line));
    }

    private static byte[] truth(Told told) {
        Truth truth = told.happening().truth();
        JsonText text = new JsonText()
                .put("eventId", told.happening().event().header().eventId())
                .put("measured", (Boolean) told.measured());
        if (truth.ofScam()) {
            text.put("episode", (Integer) truth.episode()).put("stage", truth.stage());
        }
        if (truth.loss().signum() != 0) {
            text.put("loss", truth.loss());
        }
        return text.put("persona", truth.persona()).toBytes();
    }

    private static byte[] person(Inhabitant person) {
        Resident resident = person.resident();
        return new JsonText()
                .put("personId", resident.personId())
                .put("sex", resident.sex())
                .put("age", (Integer) resident.age())
                .put("town", resident.town())
                .put("occupation", resident.occupation())
                .put("personas", resident.personas().stream().sorted().toList())
                .put("victim", (Boolean) resident.victim())
                .put(
                        "ownAccounts",
                        person.told().ownAccounts().stream().sorted().toList())
                .put(
                        "householdAccounts",
                        person.told().householdAccounts().stream().sorted().toList())
                .put(
                        "householdNumbers",
                        person.told().householdNumbers().stream().sorted().toList())
                .toBytes();
    }

    private static byte[] episode(Episode episode) {
        return new JsonText()
                .put("episode", (Integer) episode.id())
                .put("playbook", episode.playbook())
                .put("family", episode.family())
                .put("lost", episode.total().max(BigDecimal.ZERO))
                .put("mainLossAt", mainLoss(episode))
                .each(
                        "stages",
                        episode.stages(),
                        (text, stage) -> text.put("name", stage.name()).put("at", time(stage.atMillis())))
                .each(
                        "losses",
                        episode.losses(),
                        (text, loss) -> text.put("amount", loss.amount()).put("at", time(loss.atMillis())))
                .toBytes();
    }

    private static @Nullable String mainLoss(Episode episode) {
        OptionalLong main = episode.mainLossMillis();
        return main.isPresent() ? time(main.getAsLong()) : null;
    }

    private static String time(long millis) {
        return Instant.ofEpochMilli(millis).toString();
    }
}
