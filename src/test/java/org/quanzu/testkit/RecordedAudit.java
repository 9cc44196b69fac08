package org.quanzu.testkit;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.quanzu.audit.AuditLog;

/** An audit log in memory, each entry as one line. */
public final class RecordedAudit implements AuditLog {
    public final List<String> lines = new CopyOnWriteArrayList<>();

    @Override
    public void record(String who, String what, String about, Map<String, String> detail) {
        lines.add(who + " " + what + " " + about + (detail.isEmpty() ? "" : " " + new TreeMap<>(detail)));
    }
}
