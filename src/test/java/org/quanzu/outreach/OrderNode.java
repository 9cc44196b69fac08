package org.quanzu.outreach;

import java.time.Clock;
import java.util.UUID;
import javax.sql.DataSource;
import org.quanzu.audit.AuditConfiguration;
import org.quanzu.audit.AuditLog;
import org.quanzu.outreach.Delivery.State;
import org.quanzu.outreach.cases.CaseOrdersConfiguration;
import org.quanzu.testkit.DeskNode;
import org.quanzu.testkit.TestSeal;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The desk with its outbox on a real, empty database; nothing is sent. */
public final class OrderNode implements AutoCloseable {
    public final DeskNode desk = new DeskNode(AuditConfiguration.class, CaseOrdersConfiguration.class, Orders.class);

    /** The outbox without its sender. */
    static class Orders {
        @Bean
        Outbox outbox(DataSource database, TransactionTemplate transaction, AuditLog audit, Clock clock) {
            return new Outbox(
                    new JdbcDeliveries(database, TestSeal.SEAL),
                    transaction,
                    new MessageTexts(new ShippedRules(), ""),
                    audit,
                    TestSeal.HASH,
                    clock);
        }
    }

    public <T> T part(Class<T> type) {
        return desk.part(type);
    }

    /** Puts an order into a state it would come to by being sent. */
    public void set(UUID order, State state) {
        JdbcClient.create(desk.database)
                .sql("update outreach_orders set state = ? where order_id = ?")
                .param(state.name())
                .param(order)
                .update();
    }

    @Override
    public void close() {
        desk.close();
    }
}
