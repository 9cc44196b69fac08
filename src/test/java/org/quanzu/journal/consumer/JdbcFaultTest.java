package org.quanzu.journal.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.CannotCreateTransactionException;

class JdbcFaultTest {

    @ParameterizedTest
    @CsvSource({
        "55P03, LOCK",
        "40P01, LOCK",
        "40001, LOCK",
        "57014, LOCK",
        "08006, PLACE",
        "53100, PLACE",
        "57P01, PLACE",
        "25006, PLACE",
        "23505, RECORD",
        "22P02, RECORD",
        "42P01, RECORD",
        "XX001, RECORD"
    })
    void tellsByTheStateOfTheDatabase(String state, JdbcFault fault) {
        var failure = new DuplicateKeyException("refused", new SQLException("words of the database", state));

        assertThat(JdbcFault.of(failure)).isEqualTo(fault);
    }

    @Test
    void laysWhatHasNoStateAtThePlaceOrTheRecord() {
        assertThat(JdbcFault.of(new DataAccessResourceFailureException("away"))).isEqualTo(JdbcFault.PLACE);
        assertThat(JdbcFault.of(new CannotCreateTransactionException("away"))).isEqualTo(JdbcFault.PLACE);
        assertThat(JdbcFault.of(new PositionMoved("desk"))).isEqualTo(JdbcFault.PLACE);
        assertThat(JdbcFault.of(new OutOfMemoryError())).isEqualTo(JdbcFault.PLACE);
        assertThat(JdbcFault.of(new StackOverflowError())).isEqualTo(JdbcFault.RECORD);
        assertThat(JdbcFault.of(new IllegalStateException("a bug"))).isEqualTo(JdbcFault.RECORD);
    }

    @Test
    void saysWhereItWasWithoutWhatItWasAbout() {
        var failure = new DuplicateKeyException("p-1", new SQLException("Key (phone)=(13912345678)", "23505"));
        var bug = new IllegalStateException("13912345678");

        assertThat(JdbcFault.reason(failure)).startsWith("SQLException SQLSTATE 23505 at JdbcFaultTest.java:");
        assertThat(JdbcFault.reason(bug)).startsWith("IllegalStateException at JdbcFaultTest.java:");
    }
}
