package org.quanzu.audit;

import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The audit log in PostgreSQL; an advisory lock until the commit lets one transaction at a time add to the chain. */
final class JdbcAuditLog implements AuditLog {
    private static final long LOCK = 0x6175646974L;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final JdbcReasons reasons;
    private final InstantSource clock;

    JdbcAuditLog(DataSource database, JdbcReasons reasons, InstantSource clock) {
        this.jdbc = JdbcClient.create(database);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(database));
        this.reasons = reasons;
        this.clock = clock;
    }

    @Override
    public void record(String who, String what, String about, Map<String, String> detail) {
        var entry = new Entry(0, clock.instant(), who, what, about, detail);
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            atCommit().add(entry);
        } else {
            transaction.executeWithoutResult(begun -> append(List.of(entry)));
        }
    }

    /** Entries wait for the end of their transaction: it may lock rows after it recorded, and two such must not wait in a ring. */
    private AtCommit atCommit() {
        for (var registered : TransactionSynchronizationManager.getSynchronizations()) {
            if (registered instanceof AtCommit mine && mine.log == this) {
                return mine;
            }
        }
        var mine = new AtCommit(this);
        TransactionSynchronizationManager.registerSynchronization(mine);
        return mine;
    }

    private void append(List<Entry> entries) {
        jdbc.sql("select pg_advisory_xact_lock(" + LOCK + ")")
                .query((row, number) -> number)
                .list();
        var last = jdbc.sql("select id, hash from audit_log order by id desc limit 1")
                .query((row, number) -> new Chain.Link(row.getLong(1), null, Chain.beginning(), row.getBytes(2)))
                .optional()
                .orElse(new Chain.Link(0, null, Chain.beginning(), Chain.beginning()));
        var id = last.id();
        var previous = last.hash();
        for (var told : entries) {
            id++;
            var entry =
                    reasons.keptApart(new Entry(id, told.at(), told.who(), told.what(), told.about(), told.detail()));
            var hash = entry.hash(previous);
            insert(entry, previous, hash);
            previous = hash;
        }
    }

    private void insert(Entry entry, byte[] previous, byte[] hash) {
        jdbc.sql("""
                        insert into audit_log (id, at, who, what, about, detail, previous_hash, hash)
                        values (:id, :at, :who, :what, :about, :detail::jsonb, :previous, :hash)""")
                .param("id", entry.id())
                .param("at", Timestamp.from(entry.at()))
                .param("who", entry.who())
                .param("what", entry.what())
                .param("about", entry.about())
                .param("detail", DetailJson.write(entry.detail()))
                .param("previous", previous)
                .param("hash", hash)
                .update();
    }

    /** Writes the entries of one transaction just before it commits. */
    private static final class AtCommit implements TransactionSynchronization {
        private final JdbcAuditLog log;
        private final List<Entry> entries = new ArrayList<>();
        private boolean written;

        AtCommit(JdbcAuditLog log) {
            this.log = log;
        }

        void add(Entry entry) {
            if (written) {
                log.append(List.of(entry));
            } else {
                entries.add(entry);
            }
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            log.append(entries);
            written = true;
        }
    }
}
