package org.quanzu.simulation.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.quanzu.event.Event;
import org.quanzu.eventjson.EventJson;
import org.quanzu.fact.Attributes;
import org.quanzu.fact.Surroundings;
import org.quanzu.scoring.RuleSet;
import org.quanzu.simulation.city.City;
import org.quanzu.simulation.city.CityReader;
import org.quanzu.simulation.life.Citizens;
import org.quanzu.simulation.life.Happening;
import org.quanzu.simulation.life.Life;
import org.quanzu.simulation.script.Shift;
import org.quanzu.watchlist.Listing;
import org.quanzu.watchlist.Watchlist;
import org.quanzu.watchlist.Watchlists;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Four weeks of some persons of a simulated village, victims among them, kept as a file, so that a change of the simulation
 * changes nothing in it: per person what was told, then the events in order, each with what was known around it.
 */
public record RecordedCity(Set<String> trustedPayees, List<Person> persons) {
    private static final Set<String> FAMILIES = Set.of("loan", "order_brushing", "fake_logistics");

    /** One person with what was told of them, and what happened. */
    public record Person(String personId, Attributes told, List<Step> steps) {}

    /** An event, and what was known around it when it arrived. */
    public record Step(Event event, Surroundings surroundings) {}

    /** The rule set, with the accounts this city trusts on its list. */
    public RuleSet knownTo(RuleSet ruleSet) {
        Watchlists lists = ruleSet.watchlists();
        Map<String, List<Listing>> payees = new HashMap<>(lists.trustedPayees().listings());
        trustedPayees.forEach(
                account -> payees.put(account, List.of(new Listing("CONFIRMED", "simulated", null, null))));
        return ruleSet.with(lists.withTrustedPayees(new Watchlist(payees)));
    }

    /** Lives the first {@code count} lives of the village anew. */
    public static RecordedCity simulate(Path village, int count, long seed) {
        City city = new CityReader(Shift.NONE, FAMILIES).read(village).with(count, seed);
        Citizens citizens = new Citizens(city);
        Crowd crowd = new Crowd();
        for (int i = 0; i < count; i++) {
            crowd.note(citizens.life(i));
        }
        crowd.close();
        List<Person> persons = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Life life = citizens.life(i);
            List<Step> steps = new ArrayList<>();
            while (life.hasNext()) {
                for (Happening happening : life.next()) {
                    steps.add(new Step(happening.event(), crowd.around(happening, i)));
                }
            }
            persons.add(new Person(
                    life.person().resident().personId(), life.person().told(), steps));
        }
        return new RecordedCity(crowd.trusted(), persons);
    }

    public void write(Path file) {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            line(out, Map.of("trustedPayees", new TreeSet<>(trustedPayees)));
            for (Person person : persons) {
                Map<String, Object> told = new LinkedHashMap<>();
                told.put("personId", person.personId());
                told.put("ownAccounts", new TreeSet<>(person.told().ownAccounts()));
                told.put("householdAccounts", new TreeSet<>(person.told().householdAccounts()));
                told.put("householdNumbers", new TreeSet<>(person.told().householdNumbers()));
                line(out, told);
                for (Step step : person.steps()) {
                    line(out, line(step));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> line(Step step) {
        Map<String, Object> line = new LinkedHashMap<>();
        if (step.surroundings().otherPayers() != null) {
            line.put("otherPayers", step.surroundings().otherPayers());
        }
        if (step.surroundings().otherPeople() != null) {
            line.put("otherPeople", step.surroundings().otherPeople());
        }
        line.put("event", JsonMapper.shared().readTree(EventJson.write(step.event())));
        return line;
    }

    private static void line(OutputStream out, Object value) throws IOException {
        out.write(JsonMapper.shared().writeValueAsBytes(value));
        out.write('\n');
    }

    /** Reads events from their canonical form. */
    public interface EventCodec {
        Event read(byte[] canonical);
    }

    public static RecordedCity read(Path file, EventCodec codec) {
        List<Person> persons = new ArrayList<>();
        Set<String> trusted = new TreeSet<>();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode json = JsonMapper.shared().readTree(line);
                if (json.has("trustedPayees")) {
                    trusted.addAll(texts(json, "trustedPayees"));
                } else if (json.has("personId")) {
                    persons.add(new Person(json.get("personId").stringValue(), told(json), new ArrayList<>()));
                } else {
                    persons.get(persons.size() - 1).steps().add(step(json, codec));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new RecordedCity(trusted, persons);
    }

    private static Attributes told(JsonNode json) {
        return new Attributes(
                texts(json, "ownAccounts"),
                texts(json, "householdAccounts"),
                texts(json, "householdNumbers"),
                Map.of());
    }

    private static Set<String> texts(JsonNode json, String name) {
        Set<String> texts = new TreeSet<>();
        json.path(name).values().forEach(text -> texts.add(text.stringValue()));
        return texts;
    }

    private static Step step(JsonNode json, EventCodec codec) {
        return new Step(
                codec.read(JsonMapper.shared().writeValueAsBytes(json.get("event"))),
                new Surroundings(number(json, "otherPayers"), number(json, "otherPeople")));
    }

    private static @Nullable Integer number(JsonNode json, String name) {
        return json.has(name) ? (Integer) json.get(name).intValue() : null;
    }
}
