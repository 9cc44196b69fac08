package org.quanzu.practice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rows of {@code units.csv}: where people work cases, and which unit comes next when one does not get round to them. */
public record Units(List<Unit> all) {
    /** What holds where the table is missing. */
    public static final Units STANDARD = new Units(List.of(
            new Unit("COMMUNITY", "DESK", "Community", "社区", 6),
            new Unit("DESK", "STATION", "Desk", "劝阻中心", 10),
            new Unit("STATION", null, "Police station", "派出所", 3)));

    public Units {
        all = List.copyOf(all);
    }

    /** A unit; {@code casesPerHour} is what one operator on shift gets done, {@code next} null where escalation ends. */
    public record Unit(String code, @Nullable String next, String nameEn, String nameZh, int casesPerHour) {}

    public List<String> codes() {
        return all.stream().map(Unit::code).toList();
    }

    public Optional<Unit> find(String code) {
        return all.stream().filter(unit -> unit.code().equals(code)).findFirst();
    }

    /** The units a case goes to one after the other from this one on; empty for the last, and for a unit that is not known. */
    public List<String> after(String code) {
        List<String> chain = new ArrayList<>();
        String next = next(code);
        while (next != null && !chain.contains(next) && !next.equals(code)) {
            chain.add(next);
            next = next(next);
        }
        return chain;
    }

    /** Whether escalation from this unit comes back to it. */
    public boolean isRound(String code) {
        List<String> chain = after(code);
        return code.equals(next(chain.isEmpty() ? code : chain.get(chain.size() - 1)));
    }

    private @Nullable String next(String code) {
        return find(code).map(Unit::next).orElse(null);
    }

    /** Where escalation ends that begins in the first row; it takes the cases of units that are no more. */
    public Optional<String> last() {
        return all.stream().findFirst().map(first -> {
            List<String> chain = after(first.code());
            return chain.isEmpty() ? first.code() : chain.get(chain.size() - 1);
        });
    }
}
