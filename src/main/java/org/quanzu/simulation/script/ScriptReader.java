package org.quanzu.simulation.script;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.quanzu.scoring.Text;
import org.quanzu.simulation.yaml.Fields;
import org.quanzu.simulation.yaml.Place;

/** Reads what habits, personas and playbooks have in common. */
public final class ScriptReader {
    /** The fields every script may have. */
    public static final List<String> FIELDS = List.of("name", "roles", "let", "starts", "steps");

    private final Shift shift;
    private final boolean criminal;

    /** Reads scripts moved by {@code shift}, in which roles are criminal unless they say otherwise. */
    public ScriptReader(Shift shift, boolean criminal) {
        this.shift = shift;
        this.criminal = criminal;
    }

    public Script script(String name, Fields fields) {
        Map<String, Role> roles = RoleReader.roles(fields, criminal);
        Set<String> known = new HashSet<>(Cast.AMOUNTS);
        Map<String, Quantity> amounts = new LinkedHashMap<>();
        for (Map.Entry<String, Place> let : lets(fields).entrySet()) {
            amounts.put(let.getKey(), new Quantities(shift, known).number(let.getValue()));
            known.add(let.getKey());
        }
        List<Step> steps = new StepReader(roles, new Quantities(shift, known)).steps(fields.need("steps"));
        if (steps.isEmpty()) {
            throw fields.need("steps").wrong("are none\nMaybe a payment, a call or a message");
        }
        return new Script(
                name,
                fields.find("name").map(ScriptReader::title).orElse(new Text(name, name)),
                roles,
                amounts,
                fields.find("starts")
                        .map(it -> HoursReader.hours(it.fields(List.of("hours", "weekdays"))))
                        .orElse(Hours.ALWAYS),
                steps);
    }

    private static Map<String, Place> lets(Fields fields) {
        return fields.find("let").map(it -> it.names().all()).orElse(Map.of());
    }

    /** A name in both languages. */
    public static Text title(Place place) {
        Fields names = place.fields(List.of("en", "zh"));
        return new Text(names.need("en").text(), names.need("zh").text());
    }

    /** The fields of a script and {@code more}. */
    public static List<String> fieldsAnd(String... more) {
        List<String> all = new ArrayList<>(FIELDS);
        all.addAll(List.of(more));
        return all;
    }
}
