package org.quanzu.testkit;

import java.util.List;
import org.quanzu.audit.AuditTrail;
import org.quanzu.audit.Entry;
import org.quanzu.audit.Search;

/** The latest entries of an audit log about one thing, newest first. */
public final class AuditEntries {
    private static final int MOST = 10;

    private AuditEntries() {}

    public static List<Entry> about(AuditTrail trail, String about) {
        return trail.find(new Search(null, null, List.of(about), null, null, null), MOST);
    }
}
