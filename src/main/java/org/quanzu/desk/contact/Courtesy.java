package org.quanzu.desk.contact;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quanzu.desk.contact.Restraint.Reason;

/** When and how often a person may be disturbed, whoever wants to; visits and what banks do are none of its business. */
public final class Courtesy {
    private final Contacts contacts;
    private final ContactHours hours;
    private final RetryPlan plan;

    Courtesy(Contacts contacts, ContactHours hours, RetryPlan plan) {
        this.contacts = contacts;
        this.hours = hours;
        this.plan = plan;
    }

    /** Why the person should not be disturbed now because of a case at {@code level}; empty when they may be. */
    public Optional<Restraint> restraint(String personId, String level, Instant now) {
        return night(level, now).or(() -> enough(personId, level, now));
    }

    /** The night, unless the level is called at any hour. */
    public Optional<Restraint> night(String level, Instant now) {
        @Nullable Instant quietUntil = hours.quietUntil(now);
        return quietUntil == null || plan.isAnyHour(level)
                ? Optional.empty()
                : Optional.of(new Restraint(Reason.QUIET_HOURS, quietUntil));
    }

    private Optional<Restraint> enough(String personId, String level, Instant now) {
        return contacts.since(personId, hours.dayOf(now)) < plan.contactsPerDay(level)
                ? Optional.empty()
                : Optional.of(new Restraint(Reason.ENOUGH_TODAY, hours.tomorrow(now)));
    }
}
