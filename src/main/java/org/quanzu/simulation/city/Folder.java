package org.quanzu.simulation.city;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.quanzu.simulation.script.ScriptReader;
import org.quanzu.simulation.script.Shift;
import org.quanzu.simulation.script.Who;
import org.quanzu.simulation.script.WhoReader;
import org.quanzu.simulation.yaml.Fields;
import org.quanzu.simulation.yaml.Place;
import org.quanzu.simulation.yaml.Plain;

/** The folder of a city: the personas and playbooks it names are read from the files beside it. */
record Folder(Path path, Set<String> occupations) {
    private static final List<String> PERSONA = ScriptReader.fieldsAnd("number", "who");
    private static final List<String> PLAYBOOK = ScriptReader.fieldsAnd("family", "victims", "dissuasion");
    private static final List<String> HELP = List.of("answers", "persuaded", "visited", "denies", "again");
    private static final Pattern SHARE = Pattern.compile("(\\d+(?:\\.\\d+)?)(?:\\s+every\\s+(\\d+(?:\\.\\d+)?)d)?");
    private static final String YAML = ".yaml";
    private static final int TWENTY = 20;

    List<Persona> personas(Place place) {
        List<Persona> personas = new ArrayList<>();
        place.names().all().forEach((name, share) -> personas.add(persona(name, share)));
        return personas;
    }

    private Persona persona(String name, Place share) {
        Matcher matcher = SHARE.matcher(share.text().trim());
        if (!matcher.matches() || Double.parseDouble(matcher.group(1)) > 1) {
            throw share.wrong("is \"" + share.text() + "\", which is no share\nMaybe 0.03, or 0.03 every 7d");
        }
        Fields fields = file("personas", name, share).fields(PERSONA);
        fields.need("name");
        return new Persona(
                new ScriptReader(Shift.NONE, false).script(name, fields),
                fields.find("number")
                        .map(it -> (int) Plain.whole(it, 1, TWENTY))
                        .orElse(0),
                fields.find("who").map(it -> WhoReader.who(it, occupations)).orElse(Who.EVERYBODY),
                Double.parseDouble(matcher.group(1)),
                matcher.group(2) == null ? 0 : Double.parseDouble(matcher.group(2)));
    }

    List<Playbook> playbooks(Place place, Shift shift, Set<String> families) {
        List<Playbook> playbooks = new ArrayList<>();
        place.names().all().forEach((name, weight) -> playbooks.add(playbook(name, weight, shift, families)));
        return playbooks;
    }

    private Playbook playbook(String name, Place weight, Shift shift, Set<String> families) {
        Fields fields = file("playbooks", name, weight).fields(PLAYBOOK);
        fields.need("name");
        Place family = fields.need("family");
        if (!families.contains(family.text())) {
            throw Fields.unknown(family, "family", family.text(), families);
        }
        return new Playbook(
                new ScriptReader(shift, true).script(name, fields),
                family.text(),
                Plain.number(weight),
                fields.find("victims").map(it -> WhoReader.who(it, occupations)).orElse(Who.EVERYBODY),
                dissuasion(fields.need("dissuasion").fields(HELP)));
    }

    private static Dissuasion dissuasion(Fields fields) {
        return new Dissuasion(
                Plain.share(fields.need("answers")),
                Plain.share(fields.need("persuaded")),
                Plain.share(fields.need("visited")),
                Plain.share(fields.need("denies")),
                Plain.share(fields.need("again")));
    }

    private Place file(String folder, String name, Place named) {
        List<String> known = names(folder, named);
        if (!known.contains(name)) {
            throw Fields.unknown(named, folder.substring(0, folder.length() - 1), name, known);
        }
        return Place.of(path.resolve(folder).resolve(name + YAML));
    }

    private List<String> names(String folder, Place named) {
        try (Stream<Path> files = Files.list(path.resolve(folder))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(YAML))
                    .map(file -> file.substring(0, file.length() - YAML.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw named.wrong(
                    "is looked for in " + path.resolve(folder) + ", which cannot be read\nMaybe make that folder");
        }
    }
}
