package org.quanzu.journal;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Binds the columns of a group one after the other, each as one array. */
final class JdbcColumns {
    private final PreparedStatement statement;
    private final List<PendingWrite> group;
    int next;

    JdbcColumns(PreparedStatement statement, int first, List<PendingWrite> group) {
        this.statement = statement;
        this.group = group;
        next = first;
    }

    void texts(Function<PendingWrite, @Nullable String> value) throws SQLException {
        @Nullable String[] array = new String[group.size()];
        for (int i = 0; i < array.length; i++) {
            array[i] = value.apply(group.get(i));
        }
        statement.setObject(next++, array);
    }

    void bytes(Function<PendingWrite, byte @Nullable []> value) throws SQLException {
        byte[] @Nullable [] array = new byte[group.size()][];
        for (int i = 0; i < array.length; i++) {
            array[i] = value.apply(group.get(i));
        }
        statement.setObject(next++, array);
    }

    void longs(ToLongFunction<PendingWrite> value) throws SQLException {
        statement.setObject(next++, group.stream().mapToLong(value).toArray());
    }

    void ints(ToIntFunction<PendingWrite> value) throws SQLException {
        statement.setObject(next++, group.stream().mapToInt(value).toArray());
    }

    void levels() throws SQLException {
        texts(w -> w.record().level().level());
        texts(w -> w.record().level().family());
        ints(w -> w.record().level().score());
        longs(w -> Objects.requireNonNullElse(w.record().level().validUntilMillis(), 0L));
    }
}
