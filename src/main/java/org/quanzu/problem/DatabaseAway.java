package org.quanzu.problem;

import java.util.stream.Stream;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** Tells failures of a database that is away or overloaded from faults of the product. */
public final class DatabaseAway {
    private static final int DEEPEST = 20;

    private DatabaseAway() {}

    /** Whether the same request may well succeed once the database is back. */
    public static boolean isCauseOf(Throwable failure) {
        return causes(failure).anyMatch(DatabaseAway::isIt);
    }

    /** The first line of what the driver or the pool said, for a log. */
    public static String cause(Throwable failure) {
        var root = causes(failure).reduce(failure, (before, next) -> next);
        return String.valueOf(root.getMessage()).lines().findFirst().orElse(root.toString());
    }

    private static boolean isIt(Throwable cause) {
        return cause instanceof CannotCreateTransactionException
                || cause instanceof TransactionSystemException
                || cause instanceof DataAccessException access && isIt(access);
    }

    private static boolean isIt(DataAccessException failure) {
        return failure instanceof DataAccessResourceFailureException
                || failure instanceof RecoverableDataAccessException
                || failure instanceof TransientDataAccessResourceException
                || failure instanceof QueryTimeoutException;
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST);
    }
}
