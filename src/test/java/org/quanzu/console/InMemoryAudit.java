package org.quanzu.console;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.quanzu.audit.AuditLog;
import org.quanzu.audit.AuditTrail;
import org.quanzu.audit.AuditVerifier;
import org.quanzu.audit.Entry;
import org.quanzu.audit.Search;
import org.quanzu.audit.Verification;

/** An audit log of a few entries. */
public class InMemoryAudit implements AuditLog, AuditTrail, AuditVerifier {
    private final List<Entry> entries = new ArrayList<>();
    private final Clock clock;

    InMemoryAudit(Clock clock) {
        this.clock = clock;
    }

    final synchronized void reset() {
        entries.clear();
    }

    /** Who did what to what, in the order it was done. */
    final synchronized List<String> deeds() {
        return entries.stream()
                .map(entry -> entry.who() + " " + entry.what() + " " + entry.about())
                .toList();
    }

    @Override
    public synchronized void record(String who, String what, String about, Map<String, String> detail) {
        entries.add(new Entry(entries.size() + 1L, clock.instant(), who, what, about, detail));
    }

    @Override
    public Verification verify(LongConsumer progress) {
        return new Verification(entries.size(), entries.size() + ":ab", new Verification.Fault(7, "it was changed"));
    }

    @Override
    public boolean holds(String head) {
        return false;
    }

    @Override
    public synchronized List<Entry> find(Search search, int limit) {
        List<Entry> found = new ArrayList<>();
        for (Entry entry : entries) {
            if ((search.who() == null || search.who().equals(entry.who()))
                    && (search.what() == null || search.what().equals(entry.what()))
                    && (search.about().isEmpty() || search.about().contains(entry.about()))
                    && (search.before() == null || entry.id() < search.before())) {
                found.add(0, entry);
            }
        }
        return found.subList(0, Math.min(limit, found.size()));
    }

    @Override
    public synchronized int count(String who, String what, Instant since) {
        return (int) entries.stream()
                .filter(entry -> entry.who().equals(who) && entry.what().equals(what))
                .count();
    }

    @Override
    public synchronized List<String> acts() {
        return entries.stream().map(Entry::what).distinct().sorted().toList();
    }

    @Override
    public synchronized Optional<String> head() {
        return entries.isEmpty() ? Optional.empty() : Optional.of(entries.size() + ":ab");
    }
}
