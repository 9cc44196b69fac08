package org.quanzu.testkit;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongConsumer;
import org.quanzu.audit.AuditLog;
import org.quanzu.audit.Entry;
import org.quanzu.audit.Verification;

/** An audit log in memory, each entry as one line. */
public final class RecordedAudit implements AuditLog {
    public final List<String> lines = new CopyOnWriteArrayList<>();

    @Override
    public void record(String who, String what, String about, Map<String, String> detail) {
        lines.add(who + " " + what + " " + about + (detail.isEmpty() ? "" : " " + new TreeMap<>(detail)));
    }

    @Override
    public List<Entry> about(String about, int limit) {
        return List.of();
    }

    @Override
    public Verification verify(LongConsumer progress) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean holds(String head) {
        return false;
    }
}
