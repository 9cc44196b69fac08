package org.quanzu.journal.consumer;

import java.sql.Timestamp;
import java.time.Instant;
import javax.sql.DataSource;
import org.quanzu.journal.Journal;
import org.quanzu.journal.consumer.DeliveredRecord.Kind;
import org.quanzu.seal.Seal;
import org.quanzu.seal.SealedColumn;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Person changes in PostgreSQL, numbered by the journal. */
final class JdbcPersonChanges implements PersonChanges {
    private static final String INSERT =
            "insert into person_changes (seq, person_id, kind, at, body) values (?, ?, ?, ?, ?)";

    private final JdbcTemplate jdbc;
    private final Seal seal;
    private final Journal journal;

    JdbcPersonChanges(DataSource database, Seal seal, Journal journal) {
        jdbc = new JdbcTemplate(database);
        this.seal = seal;
        this.journal = journal;
    }

    @Override
    public void append(String personId, Kind kind, Instant at, byte[] body) {
        long seq = journal.nextSeq();
        byte[] sealed = seal.seal(body, SealedColumn.PERSON_CHANGE.of(seq));
        jdbc.update(INSERT, seq, personId, kind.name(), Timestamp.from(at), sealed);
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new WakeUp(journal));
        }
    }

    private record WakeUp(Journal journal) implements TransactionSynchronization {
        @Override
        public void afterCommit() {
            journal.announce();
        }
    }
}
