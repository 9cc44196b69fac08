package org.quanzu.simulation.life;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.quanzu.event.Event;
import org.quanzu.event.Header;
import org.quanzu.event.PersonRef;
import org.quanzu.simulation.population.Casting;
import org.quanzu.simulation.population.Inhabitant;
import org.quanzu.simulation.population.Partner;
import org.quanzu.simulation.script.Role;
import org.quanzu.simulation.script.Script;

/** One script with one person: who plays along, what is known so far, and where events of it are written down. */
final class Scene {
    private static final String BANK = "bank";
    private static final String TELECOM = "telecom";

    private final Script script;
    private final Inhabitant person;
    private final Casting casting;
    private final Diary diary;
    private final RandomGenerator random;
    private final EventTimes times;
    private final @Nullable EpisodeLog log;
    private final Map<String, Partner> partners = new HashMap<>();
    private Truth truth;
    private boolean onCall;

    Scene(
            Script script,
            Inhabitant person,
            Casting casting,
            Diary diary,
            RandomGenerator random,
            EventTimes times,
            Truth truth,
            @Nullable EpisodeLog log) {
        this.script = script;
        this.person = person;
        this.casting = casting;
        this.diary = diary;
        this.random = random;
        this.times = times;
        this.truth = truth;
        this.log = log;
    }

    Inhabitant person() {
        return person;
    }

    Diary diary() {
        return diary;
    }

    RandomGenerator random() {
        return random;
    }

    @Nullable EpisodeLog log() {
        return log;
    }

    boolean chance(double chance) {
        return chance > 0 && random.nextDouble() < chance;
    }

    boolean onCall() {
        return onCall;
    }

    void onCall(boolean value) {
        onCall = value;
    }

    /** The millisecond in which happens what the script has in {@code second}. */
    long millis(long second) {
        return times.millis(second);
    }

    void enter(String stage, long second) {
        truth = new Truth(truth.episode(), stage, BigDecimal.ZERO, truth.persona());
        if (log != null) {
            log.entered(stage, millis(second));
        }
    }

    /** Who plays the role, somebody new by the chance {@code another}. */
    Partner partner(String name, double another) {
        Partner known = partners.get(name);
        if (known != null && !chance(another)) {
            return known;
        }
        Role role = casting.role(name, script.roles());
        Partner partner = casting.partner(role, script.name(), person, random);
        partners.put(name, partner);
        return partner;
    }

    /** Writes down an event of a bank at {@code millis}, when it is {@code seen}; its id. */
    String ofBank(long millis, boolean seen, BigDecimal loss, @Nullable Partner with, Function<Header, Event> event) {
        return note(BANK, millis, millis, seen, loss, with, event);
    }

    /** Writes down an event of a telephone company that is told at {@code millis} and occurred at {@code occurred}. */
    String ofTelecom(long millis, long occurred, boolean seen, @Nullable Partner with, Function<Header, Event> event) {
        return note(TELECOM, millis, occurred, seen, BigDecimal.ZERO, with, event);
    }

    private String note(
            String source,
            long millis,
            long occurred,
            boolean seen,
            BigDecimal loss,
            @Nullable Partner with,
            Function<Header, Event> event) {
        int order = diary.next();
        String id = person.resident().personId() + "-" + order;
        if (seen) {
            Header header =
                    new Header(id, source, PersonRef.ofId(person.resident().personId()), times.at(occurred));
            diary.add(new Happening(
                    millis,
                    order,
                    event.apply(header),
                    truth.losing(loss),
                    shared(source, with),
                    trusted(source, with)));
        }
        if (log != null) {
            log.happened(millis);
        }
        return id;
    }

    private static @Nullable String shared(String source, @Nullable Partner with) {
        if (with == null || !with.shared()) {
            return null;
        }
        return source.equals(BANK) ? with.account() : with.number();
    }

    private static @Nullable String trusted(String source, @Nullable Partner with) {
        return with != null && with.trusted() && source.equals(BANK) ? with.account() : null;
    }
}
