package org.quanzu.eventjson;

import java.util.List;

/** A body that is JSON but cannot be accepted, with every fault found. */
public final class InvalidBody extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    public InvalidBody(List<Fault> faults) {
        super(message(faults), null, false, false);
        this.faults = List.copyOf(faults);
    }

    public List<Fault> faults() {
        return faults;
    }

    private static String message(List<Fault> faults) {
        Fault first = faults.get(0);
        String more = faults.size() == 1 ? "" : " (and " + (faults.size() - 1) + " more)";
        return first.pointer() + more + " " + first.message();
    }
}
