package org.quanzu.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Goes through the audit log in PostgreSQL, page by page. */
final class JdbcAuditVerifier implements AuditVerifier {
    private static final int PAGE = 2_000;
    private final JdbcClient jdbc;

    JdbcAuditVerifier(DataSource database) {
        jdbc = JdbcClient.create(database);
    }

    @Override
    public Verification verify(LongConsumer progress) {
        var chain = new Chain();
        var after = Long.MIN_VALUE;
        while (!chain.isBroken()) {
            var page = page(after);
            if (page.isEmpty()) {
                break;
            }
            page.forEach(chain::add);
            after = page.get(page.size() - 1).id();
            progress.accept(chain.id());
        }
        return chain.result();
    }

    @Override
    public boolean holds(String head) {
        return head.matches("0:0+")
                || jdbc.sql("select 1 from audit_log where id || ':' || encode(hash, 'hex') = :head and id = :id")
                        .param("head", head)
                        .param("id", Long.parseLong(head.substring(0, head.indexOf(':'))))
                        .query(Integer.class)
                        .optional()
                        .isPresent();
    }

    private List<Chain.Link> page(long after) {
        return jdbc.sql("select * from audit_log where id > :after order by id limit " + PAGE)
                .param("after", after)
                .query((row, number) -> link(row))
                .list();
    }

    private static Chain.Link link(ResultSet row) throws SQLException {
        return new Chain.Link(
                row.getLong("id"), JdbcAuditTrail.entry(row), row.getBytes("previous_hash"), row.getBytes("hash"));
    }
}
