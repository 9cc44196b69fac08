package org.quanzu.simulation.city;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.quanzu.simulation.city.City.Coverage;
import org.quanzu.simulation.city.City.Span;
import org.quanzu.simulation.city.City.Victims;
import org.quanzu.simulation.script.ScriptReader;
import org.quanzu.simulation.script.Shift;
import org.quanzu.simulation.script.Weights;
import org.quanzu.simulation.yaml.Fields;
import org.quanzu.simulation.yaml.InvalidScript;
import org.quanzu.simulation.yaml.Place;
import org.quanzu.simulation.yaml.Plain;

/** Reads a city with the personas and playbooks beside it. */
public final class CityReader {
    private static final String LIKE = "like";
    private static final List<String> FIELDS = List.of(
            LIKE,
            "name",
            "persons",
            "days",
            "warm_up_days",
            "begins",
            "offset",
            "seed",
            "bank",
            "telecom",
            "registered",
            "towns",
            "households",
            "occupations",
            "habits",
            "personas",
            "playbooks",
            "victims",
            "desk");
    private static final int MOST_PERSONS = 10_000_000;
    private static final int MOST_DAYS = 366;
    private static final int MOST_LIKE = 5;

    private final Shift shift;
    private final Set<String> families;

    /** Reads playbooks moved by {@code shift}; they have to be of one of the {@code families}. */
    public CityReader(Shift shift, Set<String> families) {
        this.shift = shift;
        this.families = families;
    }

    /** The city in {@code file}; whatever cannot be followed is an {@link InvalidScript}. */
    public City read(Path file) {
        Fields fields = fields(file, 0);
        Map<String, Occupation> occupations = Occupations.read(fields.need("occupations"));
        Folder folder = new Folder(file.resolveSibling(""), occupations.keySet());
        return new City(
                ScriptReader.title(fields.need("name")),
                span(fields),
                (int) Plain.whole(fields.need("persons"), 1, MOST_PERSONS),
                fields.find("seed")
                        .map(it -> Plain.whole(it, 0, Long.MAX_VALUE))
                        .orElse(1L),
                coverage(fields),
                Weights.read(fields.need("towns"), Place::text),
                Weights.read(fields.need("households"), it -> (int) Plain.whole(it, 1, 20)),
                Occupations.weights(occupations),
                Habits.read(fields.need("habits"), occupations.keySet()),
                folder.personas(fields.need("personas")),
                folder.playbooks(fields.need("playbooks"), shift, families),
                victims(fields.need("victims")),
                Teams.read(fields.need("desk")));
    }

    /** The fields of a city, and those of the city it is like. */
    private static Fields fields(Path file, int depth) {
        Fields own = Place.of(file).fields(FIELDS);
        if (own.find(LIKE).isEmpty()) {
            return own;
        }
        Place like = own.need(LIKE);
        if (depth == MOST_LIKE) {
            throw like.wrong("goes round in a circle\nMaybe take one of the files that are like each other");
        }
        return own.over(fields(file.resolveSibling(like.text()), depth + 1));
    }

    private static Span span(Fields fields) {
        return new Span(
                date(fields.need("begins")),
                fields.find("offset").map(CityReader::offset).orElse(ZoneOffset.ofHours(8)),
                (int) Plain.whole(fields.need("days"), 1, MOST_DAYS),
                fields.find("warm_up_days")
                        .map(it -> (int) Plain.whole(it, 0, MOST_DAYS))
                        .orElse(0));
    }

    private static LocalDate date(Place place) {
        try {
            return LocalDate.parse(place.text());
        } catch (DateTimeException e) {
            throw place.wrong("is \"" + place.text() + "\", which is no day\nMaybe 2026-03-02");
        }
    }

    private static ZoneOffset offset(Place place) {
        try {
            return ZoneOffset.of(place.text());
        } catch (DateTimeException e) {
            throw place.wrong("is \"" + place.text() + "\", which is no offset from UTC\nMaybe \"+08:00\"");
        }
    }

    private static Coverage coverage(Fields fields) {
        Map<String, Double> shares = new LinkedHashMap<>();
        shares(fields, "bank", List.of("attempts", "session"), shares);
        shares(fields, "telecom", List.of("live"), shares);
        shares(fields, "registered", List.of("household", "own"), shares);
        return new Coverage(
                shares.getOrDefault("bank.attempts", 1.0),
                shares.getOrDefault("bank.session", 1.0),
                shares.getOrDefault("telecom.live", 1.0),
                shares.getOrDefault("registered.household", 1.0),
                shares.getOrDefault("registered.own", 1.0));
    }

    private static void shares(Fields fields, String name, List<String> known, Map<String, Double> shares) {
        fields.find(name)
                .ifPresent(place -> place.fields(known)
                        .all()
                        .forEach((word, share) -> shares.put(name + "." + word, Plain.share(share))));
    }

    private static Victims victims(Place place) {
        Fields fields = place.fields(List.of("real", "raised"));
        return new Victims(Plain.share(fields.need("real")), Plain.share(fields.need("raised")));
    }
}
