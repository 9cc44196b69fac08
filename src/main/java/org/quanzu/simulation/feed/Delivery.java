package org.quanzu.simulation.feed;

import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.quanzu.eventjson.EventJson;
import org.quanzu.eventjson.JsonText;
import org.quanzu.simulation.feed.Feed.Told;
import org.quanzu.simulation.population.Inhabitant;
import tools.jackson.databind.JsonNode;

/** Tells a running server a city, as a bank and a telephone company would, and keeps what it answers in {@code answers.ndjson}. */
public final class Delivery {
    private static final int BATCH = 200;

    private final Feed feed;
    private final Server server;
    private final double perSecond;
    private final Runnable day;

    /**
     * @param base the server's address, {@code http://127.0.0.1:8080}
     * @param key an API key that may tell events and persons
     * @param perSecond how many events a second it is told at most
     * @param day is told after each day
     */
    public Delivery(Feed feed, URI base, String key, double perSecond, Runnable day) {
        this.feed = feed;
        this.server = new Server(base, key);
        this.perSecond = perSecond;
        this.day = day;
    }

    /** Tells everything, in order of time, and answers what the server made of the measured days. */
    public Answers to(Path folder) {
        try (WholeFiles files = new WholeFiles(folder)) {
            OutputStream file = files.add("answers.ndjson");
            feed.persons().forEach(this::tell);
            Answers answers = new Answers();
            Pace pace = new Pace(perSecond, System::nanoTime);
            feed.tell(told -> {
                for (List<Told> batch : batches(told)) {
                    pace.pass(batch.size());
                    List<JsonNode> said = take(batch);
                    for (int i = 0; i < said.size(); i++) {
                        files.line(file, said.get(i).toString().getBytes(StandardCharsets.UTF_8));
                        answers.note(batch.get(i), said.get(i));
                    }
                }
                day.run();
            });
            answers.close(feed.episodes());
            files.keep();
            return answers;
        }
    }

    private List<JsonNode> take(List<Told> batch) {
        List<JsonNode> said = server.take(batch.stream()
                .map(it -> EventJson.asTold(it.happening().event()))
                .toList());
        if (said.size() != batch.size()) {
            throw new IllegalStateException("The server gave " + said.size() + " answers to " + batch.size()
                    + " events\nMaybe it is of another version");
        }
        return said;
    }

    /** A person's own account, and the household as one more person with its accounts and numbers. */
    private void tell(Inhabitant person) {
        String id = person.resident().personId();
        String home = id + "-home";
        Set<String> accounts = person.told().householdAccounts();
        Set<String> numbers = person.told().householdNumbers();
        boolean shared = !accounts.isEmpty() || !numbers.isEmpty();
        if (shared) {
            server.tell(home, attributes(accounts, numbers, List.of()));
        }
        if (shared || !person.told().ownAccounts().isEmpty()) {
            server.tell(id, attributes(person.told().ownAccounts(), Set.of(), shared ? List.of(home) : List.of()));
        }
    }

    private static byte[] attributes(Set<String> accounts, Set<String> numbers, List<String> household) {
        return new JsonText()
                .put("ownAccounts", accounts.stream().sorted().toList())
                .put("phones", numbers.stream().sorted().toList())
                .put("household", household)
                .toBytes();
    }

    private static List<List<Told>> batches(List<Told> told) {
        List<List<Told>> batches = new ArrayList<>();
        for (int from = 0; from < told.size(); from += BATCH) {
            batches.add(told.subList(from, Math.min(told.size(), from + BATCH)));
        }
        return batches;
    }
}
