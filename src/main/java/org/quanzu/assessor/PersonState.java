package org.quanzu.assessor;

import org.jspecify.annotations.Nullable;
import org.quanzu.profile.Profile;

/**
 * Everything kept of one person, immutable: what is known, the level in force, the latest events seen, whether the person
 * is registered, and the person this provisional one turned out to be. {@code sinceSnapshot} counts the events after the
 * last snapshot; it is no part of what is kept.
 */
public record PersonState(
        Profile profile,
        CurrentLevel level,
        SeenEvents seen,
        boolean registered,
        @Nullable String mergedInto,
        int sinceSnapshot) {

    /** A person nobody has heard of. */
    public static PersonState empty(String personId) {
        return of(Profile.empty(personId));
    }

    /** A person of whom only this profile is known. */
    public static PersonState of(Profile profile) {
        return new PersonState(profile, CurrentLevel.NONE, SeenEvents.NONE, false, null, 0);
    }

    public String personId() {
        return profile.personId();
    }

    public PersonState with(Profile other) {
        return new PersonState(other, level, seen, registered, mergedInto, sinceSnapshot);
    }

    public PersonState with(CurrentLevel other) {
        return new PersonState(profile, other, seen, registered, mergedInto, sinceSnapshot);
    }

    /** This person as the register has them. */
    public PersonState registered(boolean known, @Nullable String into) {
        return new PersonState(profile, level, seen, known, into, sinceSnapshot);
    }

    /** This person with the history of another one found to be the same, under this one's id; the level is this one's. */
    public PersonState mergedWith(PersonState other) {
        return new PersonState(
                profile.mergedWith(other.profile),
                level,
                seen.with(other.seen),
                registered,
                mergedInto,
                sinceSnapshot + other.sinceSnapshot);
    }

    /** This state right after a snapshot of it was taken. */
    public PersonState atSnapshot() {
        return new PersonState(profile, level, seen, registered, mergedInto, 0);
    }
}
