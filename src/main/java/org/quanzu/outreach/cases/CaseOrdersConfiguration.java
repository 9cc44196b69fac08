package org.quanzu.outreach.cases;

import org.quanzu.desk.Cases;
import org.quanzu.desk.Grip;
import org.quanzu.outreach.Outbox;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lets people put orders for cases. */
@Configuration(proxyBeanMethods = false)
public class CaseOrdersConfiguration {

    @Bean
    CaseOrders caseOrders(Grip grip, Cases cases, Outbox outbox) {
        return new CaseOrders(grip, cases, outbox);
    }
}
