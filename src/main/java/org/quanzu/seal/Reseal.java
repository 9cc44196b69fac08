package org.quanzu.seal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Seals everything that is not sealed with the first key, while the server goes on; what is done stays done, so it can be
 * stopped and run again. Afterwards nothing needs the other keys.
 */
public final class Reseal {
    private static final int MOST_ROUNDS = 10;

    private final SealKeys keys;
    private final JdbcKeyRegister register;
    private final JdbcOldValues old;

    Reseal(SealKeys keys, JdbcKeyRegister register, JdbcOldValues old) {
        this.keys = keys;
        this.register = register;
        this.old = old;
    }

    /** Told after each piece of a table: how much of this round is done, and how many rows were sealed in all. */
    @FunctionalInterface
    public interface Progress {
        void done(long blocks, long ofBlocks, long rows);
    }

    /** What came of it; {@code left} rows are not done, {@code trouble} tells why, and only without any are keys given up. */
    public record Result(long rows, long left, @Nullable String trouble, List<String> retired) {}

    /** Throws {@link OtherFirstKey} when the server seals with another key than this. */
    public Result run(Progress progress) {
        requireTheServersKey();
        long rows = 0;
        long left = old.count();
        for (int round = 0; round < MOST_ROUNDS && left > 0; round++) {
            rows += round(progress, rows);
            left = old.count();
        }
        return left == 0
                ? new Result(rows, 0, null, register.retireAllBut(keys.first()))
                : new Result(rows, left, old.trouble(), List.of());
    }

    private void requireTheServersKey() {
        int used = register.latest().orElse(keys.first());
        if (used != keys.first()) {
            throw new OtherFirstKey(used, keys.first());
        }
    }

    private long round(Progress progress, long before) {
        List<JdbcOldValues.Piece> pieces = old.pieces();
        long rows = 0;
        long done = 0;
        for (JdbcOldValues.Piece piece : pieces) {
            rows += old.seal(piece);
            progress.done(++done, pieces.size(), before + rows);
        }
        return rows;
    }
}
