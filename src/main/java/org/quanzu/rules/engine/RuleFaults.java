package org.quanzu.rules.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.quanzu.rules.RuleFault;
import org.quanzu.scoring.Evaluator;
import org.quanzu.scoring.Rule;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The rules of one rule set that were cut off or failed on some facts; each is logged once, then at most once a minute. */
public final class RuleFaults {
    private static final Logger log = LoggerFactory.getLogger(RuleFaults.class);
    private static final long REPEAT_NANOS = TimeUnit.MINUTES.toNanos(1);
    private static final String JOINS = "it joins too many facts";

    private final Map<String, Fault> faults = new ConcurrentHashMap<>();
    private volatile Consumer<String> listener = rule -> {};

    private static final class Fault {
        private final AtomicLong times = new AtomicLong();
        private final AtomicLong loggedNanos = new AtomicLong(System.nanoTime() - REPEAT_NANOS - 1);
        private volatile boolean failed;
        private volatile String why = "";

        boolean isToBeLogged() {
            long before = loggedNanos.get();
            long now = System.nanoTime();
            return now - before > REPEAT_NANOS && loggedNanos.compareAndSet(before, now);
        }
    }

    /** The faults of a rule set's evaluator, if it is one that evaluates rule files. */
    public static Optional<RuleFaults> of(Evaluator evaluator) {
        return evaluator instanceof DroolsEvaluator drools ? Optional.of(drools.faults()) : Optional.empty();
    }

    /** Tells {@code listener} the id of the rule of every fault from now on. */
    public void listen(Consumer<String> listener) {
        this.listener = listener;
    }

    /** Every rule that had a fault, by id. */
    public List<RuleFault> all() {
        return faults.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(fault -> new RuleFault(
                        fault.getKey(),
                        fault.getValue().times.get(),
                        fault.getValue().failed ? RuleFault.Cause.FAILED : RuleFault.Cause.JOINS,
                        fault.getValue().why))
                .toList();
    }

    /** {@code cause} is null when the rule used up its joins. */
    void add(Rule rule, @Nullable Throwable cause) {
        Fault fault = faults.computeIfAbsent(rule.id(), id -> new Fault());
        long times = fault.times.incrementAndGet();
        String why = cause == null ? JOINS : "its condition failed with " + root(cause);
        fault.failed = cause != null;
        fault.why = why;
        listener.accept(rule.id());
        if (fault.isToBeLogged()) {
            log.error(
                    "Rule {} in {} did not count, {} times so far: {}\nMaybe {}",
                    rule.id(),
                    rule.file(),
                    times,
                    why,
                    cause == null
                            ? "tie its facts to each other by time, or count them with accumulate"
                            : "compare its words with values of their kind only");
        }
    }

    /** The innermost cause, by type alone: its message may have values of the person in it. */
    private static String root(Throwable cause) {
        Throwable root = cause;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root.getClass().getSimpleName();
    }
}
