package org.quanzu.journal.consumer;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.transaction.TransactionException;

/** What a failure is about: the place, a lock somebody holds for now, or the record itself. */
enum JdbcFault {
    /** The database or the machine; every record would fail, so all wait. */
    PLACE,
    /** A row of this record is locked; the record's person waits, others go on. */
    LOCK,
    /** The record, or the code that handles it. */
    RECORD;

    private static final Set<String> LOCKS = Set.of("55P03", "40P01", "40001", "57014");
    private static final Set<String> PLACES = Set.of("08", "53", "57", "58", "25", "F0");
    private static final int CLASS = 2;

    static JdbcFault of(Throwable failure) {
        String state = sqlState(failure);
        if (state != null) {
            return LOCKS.contains(state) ? LOCK : PLACES.contains(state.substring(0, CLASS)) ? PLACE : RECORD;
        }
        boolean place = failure instanceof PositionMoved
                || failure instanceof TransactionException
                || failure instanceof DataAccessResourceFailureException
                || failure instanceof NonTransientDataAccessResourceException
                || failure instanceof TransientDataAccessResourceException
                || failure instanceof RecoverableDataAccessException
                || failure instanceof VirtualMachineError && !(failure instanceof StackOverflowError);
        return place ? PLACE : RECORD;
    }

    private static @Nullable String sqlState(Throwable failure) {
        Throwable root = NestedExceptionUtils.getMostSpecificCause(failure);
        String state = root instanceof SQLException sql ? sql.getSQLState() : null;
        return state == null || state.length() < CLASS ? null : state;
    }

    /** The failure by its kind and its place in the code; messages may quote what nobody should read in a log. */
    static String reason(Throwable failure) {
        Throwable root = NestedExceptionUtils.getMostSpecificCause(failure);
        String state = sqlState(failure);
        String kind = root.getClass().getSimpleName() + (state == null ? "" : " SQLSTATE " + state);
        return place(root)
                .or(() -> place(failure))
                .map(it -> kind + " at " + it)
                .orElse(kind);
    }

    private static Optional<String> place(Throwable failure) {
        return Arrays.stream(failure.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("org.quanzu."))
                .findFirst()
                .map(frame -> frame.getFileName() + ":" + frame.getLineNumber());
    }
}
