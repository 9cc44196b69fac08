package org.quanzu.audit;

import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.quanzu.audit.Verification.Fault;

/** The entries seen so far, each held against the one before; the last one is all it remembers. */
final class Chain {
    private static final byte[] BEGINNING = new byte[32];
    private long id;
    private byte[] hash = BEGINNING;
    private @Nullable Fault fault;

    /** What is stored: an entry and the two hashes beside it; {@code entry} is null when its detail cannot be read. */
    record Link(long id, @Nullable Entry entry, byte[] previousHash, byte[] hash) {}

    /** What the next entry is chained to: the id it gets and the hash it holds. */
    static byte[] beginning() {
        return BEGINNING.clone();
    }

    long id() {
        return id;
    }

    boolean isBroken() {
        return fault != null;
    }

    void add(Link link) {
        if (fault != null) {
            return;
        }
        var why = objection(link);
        if (why == null) {
            id = link.id();
            hash = link.hash();
        } else {
            fault = new Fault(link.id(), why);
        }
    }

    private @Nullable String objection(Link link) {
        if (link.id() != id + 1) {
            return "entry " + (id + 1) + " is missing before it";
        }
        if (!Arrays.equals(link.previousHash(), hash)) {
            return "it does not follow entry " + id;
        }
        var entry = link.entry();
        if (entry == null || !Arrays.equals(entry.hash(hash), link.hash())) {
            return "it was changed after it was written";
        }
        return null;
    }

    Verification result() {
        return new Verification(id, id + ":" + HexFormat.of().formatHex(hash), fault);
    }
}
