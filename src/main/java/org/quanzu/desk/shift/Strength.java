package org.quanzu.desk.shift;

/**
 * What a unit can get done at a moment. {@code people}: operators on shift and not away; without a roster, those who work
 * for the unit and are not away, at least one.
 */
public record Strength(boolean rostered, int people, int casesPerHour) {

    /** Whether anybody is there; a unit without a roster is taken to be. */
    public boolean isStaffed() {
        return people > 0;
    }
}
