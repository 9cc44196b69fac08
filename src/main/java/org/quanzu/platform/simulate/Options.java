package org.quanzu.platform.simulate;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a simulation can be told on the command line. */
final class Options {
    static final String KEY = "QUANZU_API_KEY";

    @Parameters(
            paramLabel = "FILE",
            description =
                    "The city, for example simulations/village.yaml; or, for --calibrate, the folder of a labelled period.")
    @SuppressWarnings("NullAway.Init")
    Path file;

    @Option(names = "--seed", paramLabel = "N", description = "Another city of the same kind.")
    @Nullable Long seed;

    @Option(names = "--persons", paramLabel = "N", description = "How many persons, instead of what the file says.")
    @Nullable Integer persons;

    @Option(
            names = "--shift",
            paramLabel = "PART",
            description = "Moves every number of the playbooks up or down by this part, such as 0.33.")
    double shift;

    @Option(names = "--out", paramLabel = "DIR", description = "Where to write; otherwise data/simulated/CITY-SEED.")
    @Nullable Path out;

    @Option(names = "--threads", paramLabel = "N", description = "Threads; otherwise one a processor.")
    int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--calibrate",
            description =
                    "Proposes points for the rules, too, within the calibration.yaml beside the city or in the folder.")
    boolean calibrate;

    @Option(
            names = "--warm-up",
            paramLabel = "DAYS",
            description = "The first days of a labelled period, which only show what is usual; ${DEFAULT-VALUE}.")
    int warmUp = 30;

    @Option(
            names = "--export",
            paramLabel = "FORMAT",
            description = "Writes the events and what they really are instead of scoring them: ndjson.")
    @Nullable Format export;

    @Option(
            names = "--to",
            paramLabel = "URL",
            description = "Tells a running server instead, with the API key in " + KEY + ".")
    @Nullable URI to;

    @Option(
            names = "--rate",
            paramLabel = "N",
            description = "At most so many events a second for --to; ${DEFAULT-VALUE}.")
    double rate = 200;

    /** What a city can be written as. */
    enum Format {
        /** An object a line. */
        NDJSON
    }
}
