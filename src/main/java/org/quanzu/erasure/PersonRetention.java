package org.quanzu.erasure;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import org.quanzu.erasure.PersonErasure.Identity;
import org.quanzu.person.Alias;
import org.quanzu.person.Identities;
import org.quanzu.person.Register;
import org.quanzu.personcache.PersonCache;
import org.quanzu.personcache.PersonCache.Held;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** Lets go of persons, cases and orders that have been kept long enough: a little at a time, one person held at a time. */
public final class PersonRetention {
    private static final Logger LOG = LoggerFactory.getLogger(PersonRetention.class);
    private static final String WHO = "retention";
    private static final int PERSONS_A_STEP = 1_000;
    private static final int ROWS_A_STEP = 50;
    private static final int MOST_STEPS = 500;

    private final Expired expired;
    private final PersonErasure erasure;
    private final Memory memory;
    private final Days days;
    private final InstantSource clock;
    private String position = "";

    /** What knows persons without asking the database. */
    record Memory(PersonCache persons, Register register, Identities identities) {}

    /** How many days events, persons and closed cases are kept; the latter two for ever when 0. */
    record Days(int events, int persons, int cases) {}

    PersonRetention(Expired expired, PersonErasure erasure, Memory memory, Days days, InstantSource clock) {
        this.expired = expired;
        this.erasure = erasure;
        this.memory = memory;
        this.days = days;
        this.clock = clock;
    }

    /** Goes on where the last run ended. */
    public void run() {
        Instant now = clock.instant();
        if (days.persons() > 0) {
            dropPersons(before(now, days.persons()));
        }
        if (days.cases() > 0) {
            Instant before = before(now, days.cases());
            say("closed cases", days.cases(), repeat(limit -> expired.dropCases(before, limit)));
            say("finished orders", days.cases(), repeat(limit -> expired.dropOrders(before, limit)));
        }
        var day = before(now, days.events()).atOffset(ZoneOffset.UTC).toLocalDate();
        repeat(limit -> expired.dropErasedKeys(day, limit));
    }

    private static Instant before(Instant now, int days) {
        return now.minus(Duration.ofDays(days));
    }

    private static int repeat(IntUnaryOperator step) {
        int all = 0;
        for (int steps = 0; steps < MOST_STEPS; steps++) {
            int done = step.applyAsInt(ROWS_A_STEP);
            all += done;
            if (done < ROWS_A_STEP) {
                break;
            }
        }
        return all;
    }

    private static void say(String what, int days, int count) {
        if (count > 0) {
            LOG.info("{} {} are removed after {} days", count, what, days);
        }
    }

    private void dropPersons(Instant before) {
        int erased = 0;
        for (int steps = 0; steps < MOST_STEPS; steps++) {
            Expired.Page page = expired.persons(position, before, PERSONS_A_STEP);
            for (String personId : page.idle()) {
                erased += isErased(personId, before) ? 1 : 0;
            }
            String last = page.last();
            position = last == null ? "" : last;
            if (last == null) {
                break;
            }
        }
        say("persons", days.persons(), erased);
    }

    private boolean isErased(String personId, Instant before) {
        try {
            return erase(erasure.identityOf(personId), before);
        } catch (DataAccessException e) {
            LOG.warn("A person stays until the next time, it cannot be erased now: {}", e.toString());
            return false;
        }
    }

    private boolean erase(Identity identity, Instant before) {
        Set<String> concerned = new HashSet<>(erasure.namersOf(identity));
        concerned.addAll(identity.all());
        try (Held held = memory.persons().holdQuiet(concerned)) {
            if (!erasure.identityOf(identity.personId()).equals(identity)
                    || !concerned.containsAll(erasure.namersOf(identity))
                    || !expired.isIdle(identity, before)) {
                return false;
            }
            Set<Alias> aliases = memory.register().aliasesOf(identity.all());
            long rows = erasure.erase(identity, WHO, "no event for " + days.persons() + " days");
            aliases.forEach(memory.identities()::forget);
            concerned.forEach(memory.persons()::forget);
            return rows > 0;
        }
    }
}
