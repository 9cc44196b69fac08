package org.quanzu.desk.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quanzu.desk.shift.Strength;
import org.quanzu.practice.Units;

/** The way of cases from one unit to a later one, past those where nobody is. */
record Move(String from, String to, Why why, List<String> past) {

    /** Why cases leave a unit. */
    enum Why {
        OVERDUE,
        NOBODY_ON_SHIFT,
        NO_SUCH_UNIT
    }

    Move {
        past = List.copyOf(past);
    }

    /** As the history keeps it: from, to, why, and the units passed by. */
    String detail() {
        List<String> words = new ArrayList<>(List.of(from, to, why.name()));
        words.addAll(past);
        return String.join(" ", words);
    }

    /** Where overdue cases go; those of the last unit stay, and those after which nobody is. */
    static List<Move> ofOverdue(Units units, Map<String, Strength> strengths) {
        return units.codes().stream()
                .flatMap(unit -> onward(units, strengths, unit, Why.OVERDUE).stream())
                .toList();
    }

    /** Where cases go at once whose unit has nobody, or is {@code used} but no more in the table. */
    static List<Move> ofDeserted(Units units, Map<String, Strength> strengths, List<String> used) {
        List<Move> moves = new ArrayList<>();
        for (String unit : used) {
            if (units.find(unit).isEmpty()) {
                units.last().ifPresent(last -> moves.add(new Move(unit, last, Why.NO_SUCH_UNIT, List.of())));
            } else if (!isStaffed(strengths, unit)) {
                onward(units, strengths, unit, Why.NOBODY_ON_SHIFT).ifPresent(moves::add);
            }
        }
        return moves;
    }

    private static Optional<Move> onward(Units units, Map<String, Strength> strengths, String from, Why why) {
        List<String> past = new ArrayList<>();
        for (String unit : units.after(from)) {
            if (isStaffed(strengths, unit)) {
                return Optional.of(new Move(from, unit, why, past));
            }
            past.add(unit);
        }
        return Optional.empty();
    }

    private static boolean isStaffed(Map<String, Strength> strengths, String unit) {
        Strength strength = strengths.get(unit);
        return strength == null || strength.isStaffed();
    }
}
