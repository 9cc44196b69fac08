package org.quanzu.platform.simulate;

import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import org.quanzu.simulation.city.City;
import org.quanzu.simulation.feed.Answers;
import org.quanzu.simulation.feed.Delivery;
import org.quanzu.simulation.feed.Export;
import org.quanzu.simulation.feed.Feed;

/** Hands a city on: to files, or to a running server. */
final class Telling {
    private final City city;
    private final Path folder;
    private final PrintWriter out;

    Telling(City city, Path folder, PrintWriter out) {
        this.city = city;
        this.folder = folder;
        this.out = out;
    }

    void export() {
        try (Progress progress = new Progress("days", city.span().lived())) {
            long events = new Export(new Feed(city), progress::step).to(folder);
            out.printf(Locale.ROOT, "%,d events of %,d persons in %s%n", events, city.persons(), folder);
        }
    }

    void tell(URI server, String key, double perSecond) {
        try (Progress progress = new Progress("days", city.span().lived())) {
            Answers answers = new Delivery(new Feed(city), server, key, perSecond, progress::step).to(folder);
            print(answers);
        }
    }

    private void print(Answers answers) {
        out.printf(
                Locale.ROOT,
                "%,d events, %,d refused, %,d degraded%n",
                answers.events(),
                answers.refused(),
                answers.degraded());
        if (answers.firstRefusal() != null) {
            out.println("The first refusal: " + answers.firstRefusal());
        }
        out.printf(
                Locale.ROOT,
                "Of %,d scams that took money, before their main loss: %s%n",
                answers.scams(),
                answers.inTime());
        out.printf(Locale.ROOT, "Persons whom no scam reached: %s%n", answers.ordinary());
        out.println("Every answer: " + folder.resolve("answers.ndjson"));
    }
}
