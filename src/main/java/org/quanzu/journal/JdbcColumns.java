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
    private final List<Entry> entries;
    int next;

    JdbcColumns(PreparedStatement statement, int first, List<Entry> entries) {
        this.statement = statement;
        this.entries = entries;
        next = first;
    }

    void texts(Function<Entry, @Nullable String> value) throws SQLException {
        @Nullable String[] array = new String[entries.size()];
        for (int i = 0; i < array.length; i++) {
            array[i] = value.apply(entries.get(i));
        }
        statement.setObject(next++, array);
    }

    void bytes(Function<Entry, byte @Nullable []> value) throws SQLException {
        byte[] @Nullable [] array = new byte[entries.size()][];
        for (int i = 0; i < array.length; i++) {
            array[i] = value.apply(entries.get(i));
        }
        statement.setObject(next++, array);
    }

    void longs(ToLongFunction<Entry> value) throws SQLException {
        statement.setObject(next++, entries.stream().mapToLong(value).toArray());
    }

    void ints(ToIntFunction<Entry> value) throws SQLException {
        statement.setObject(next++, entries.stream().mapToInt(value).toArray());
    }

    void levels() throws SQLException {
        texts(e -> e.line().level().level());
        texts(e -> e.line().level().family());
        ints(e -> e.line().level().score());
        longs(e -> Objects.requireNonNullElse(e.line().level().validUntilMillis(), 0L));
    }
}
