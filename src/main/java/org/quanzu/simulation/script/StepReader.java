package org.quanzu.simulation.script;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.quanzu.event.AppActivityEvent;
import org.quanzu.event.Direction;
import org.quanzu.event.MessageEvent;
import org.quanzu.event.TransactionEvent;
import org.quanzu.event.TransactionEvent.Channel;
import org.quanzu.event.TransactionEvent.Purpose;
import org.quanzu.simulation.script.Deed.Sum;
import org.quanzu.simulation.yaml.Fields;
import org.quanzu.simulation.yaml.Place;
import org.quanzu.simulation.yaml.Plain;
import org.quanzu.simulation.yaml.Words;

/** Reads the steps of a script. */
final class StepReader {
    private static final List<String> TIMING = List.of("after", "chance", "hours", "weekdays", "seen");
    private static final List<String> DEEDS =
            List.of("payment", "income", "call", "message", "app", "repeat", "one_of", "quit", "stage");
    private static final Quantity A_WHILE = new Quantity.Between(60, 1200);
    private static final Quantity AT_ONCE = new Quantity.Fixed(0);

    private final Map<String, Role> roles;
    private final Quantities quantities;

    StepReader(Map<String, Role> roles, Quantities quantities) {
        this.roles = roles;
        this.quantities = quantities;
    }

    List<Step> steps(Place place) {
        return place.list().stream().map(this::step).toList();
    }

    private Step step(Place place) {
        Fields fields = place.names();
        String word = fields.names().stream()
                .filter(DEEDS::contains)
                .findFirst()
                .orElseThrow(() -> Fields.unknown(place, "step", fields.names().get(0), DEEDS));
        List<String> known = new ArrayList<>(TIMING);
        known.add(word);
        if (word.equals("repeat")) {
            known.add("steps");
        }
        fields.mustBeAmong(known);
        Deed deed = deed(word, fields.need(word), fields);
        return new Step(
                deed,
                fields.find("after").map(quantities::time).orElse(takesTime(deed) ? A_WHILE : AT_ONCE),
                fields.find("chance").map(quantities::chance).orElse(1.0),
                HoursReader.hours(fields),
                fields.find("seen").map(quantities::chance).orElse(1.0));
    }

    private static boolean takesTime(Deed deed) {
        return !(deed instanceof Deed.Quit
                || deed instanceof Deed.Enter
                || deed instanceof Deed.Repeat
                || deed instanceof Deed.Choose);
    }

    private Deed deed(String word, Place place, Fields step) {
        return switch (word) {
            case "payment" ->
                payment(place.fields(List.of(
                        "to", "another", "amount", "ending", "purpose", "channel", "memo", "fails", "screen",
                        "remote")));
            case "income" -> income(place.fields(List.of("from", "another", "amount", "ending", "purpose", "memo")));
            case "call" ->
                call(place.fields(List.of("with", "another", "direction", "minutes", "answered", "meanwhile")));
            case "message" ->
                message(place.fields(List.of("with", "another", "direction", "channel", "themes", "link")), step);
            case "app" -> app(place.fields(List.of("kind", "subject", "off_store")));
            case "repeat" ->
                new Deed.Repeat(
                        quantities.number(place.fields(List.of("times")).need("times")), steps(step.need("steps")));
            case "one_of" -> new Deed.Choose(courses(place));
            case "quit" -> new Deed.Quit(quantities.chance(place));
            default -> new Deed.Enter(place.text());
        };
    }

    private Weights<List<Step>> courses(Place place) {
        List<List<Step>> courses = new ArrayList<>();
        List<Double> weights = new ArrayList<>();
        for (Place one : place.list()) {
            Fields course = one.fields(List.of("weight", "steps"));
            courses.add(steps(course.need("steps")));
            weights.add(course.find("weight").map(Plain::number).orElse(1.0));
        }
        return Weights.of(place, courses, weights);
    }

    private Deed payment(Fields fields) {
        return new Deed.Pay(
                role(fields.need("to")),
                chance(fields, "another", 0),
                sum(fields),
                fields.find("channel")
                        .map(it -> Weights.read(it, one -> Words.word(one, Channel.class)))
                        .orElse(Weights.only(Channel.MOBILE_APP)),
                chance(fields, "fails", 0),
                chance(fields, "screen", 0),
                chance(fields, "remote", 0));
    }

    private Deed income(Fields fields) {
        return new Deed.Receive(role(fields.need("from")), chance(fields, "another", 0), sum(fields));
    }

    private Sum sum(Fields fields) {
        Place amount = fields.need("amount");
        Fields all = amount.hasNames() ? fields.over(amount.names()) : fields;
        return new Sum(
                quantities.number(amount),
                all.find("ending").map(it -> Words.word(it, Deed.Ending.class)).orElse(null),
                fields.word("purpose", Purpose.class, TransactionEvent.Purpose.TRANSFER),
                fields.find("memo").map(it -> Weights.read(it, Place::text)).orElse(Weights.only("")));
    }

    private Deed call(Fields fields) {
        return new Deed.Talk(
                role(fields.need("with")),
                chance(fields, "another", 0),
                fields.word("direction", Direction.class, Direction.IN),
                quantities.number(fields.need("minutes")),
                chance(fields, "answered", 1),
                fields.find("meanwhile").map(this::steps).orElse(List.of()));
    }

    private Deed message(Fields fields, Fields step) {
        return new Deed.Tell(
                role(fields.need("with")),
                chance(fields, "another", 0),
                fields.word("direction", Direction.class, Direction.IN),
                fields.find("channel")
                        .map(it -> Weights.read(it, one -> Words.word(one, MessageEvent.Channel.class)))
                        .orElse(Weights.only(MessageEvent.Channel.SMS)),
                step.find("seen").isPresent(),
                themes(fields),
                chance(fields, "link", 0));
    }

    private static Set<String> themes(Fields fields) {
        return fields.find("themes").stream()
                .flatMap(place -> place.isList() ? place.list().stream() : Stream.of(place))
                .map(Place::text)
                .collect(HashSet::new, Set::add, Set::addAll);
    }

    private Deed app(Fields fields) {
        Place kind = fields.need("kind");
        return new Deed.Use(
                Words.word(kind, AppActivityEvent.Kind.class),
                fields.find("subject").map(this::role).orElse(null),
                chance(fields, "off_store", 0));
    }

    private double chance(Fields fields, String name, double otherwise) {
        return fields.find(name).map(quantities::chance).orElse(otherwise);
    }

    private String role(Place place) {
        String name = place.text();
        if (!Cast.isKnown(name, roles)) {
            throw Fields.unknown(
                    place,
                    "role",
                    name,
                    Stream.concat(roles.keySet().stream(), Cast.NAMES.stream()).toList());
        }
        return name;
    }
}
