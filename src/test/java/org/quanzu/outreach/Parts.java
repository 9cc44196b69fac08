package org.quanzu.outreach;

import java.time.Clock;
import javax.sql.DataSource;
import org.quanzu.audit.AuditConfiguration;
import org.quanzu.audit.AuditLog;
import org.quanzu.audit.AuditTrail;
import org.quanzu.audit.AuditVerifier;
import org.quanzu.desk.contact.ContactConfiguration;
import org.quanzu.desk.contact.Contacts;
import org.quanzu.desk.contact.Courtesy;
import org.quanzu.rules.RuleSets;
import org.quanzu.testkit.DeskRules;
import org.quanzu.testkit.SettableClock;
import org.quanzu.testkit.TestSeal;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** What sending needs of other rooms, on a database. */
record Parts(AuditLog audit, AuditTrail trail, AuditVerifier verifier, Courtesy courtesy, Contacts contacts) {

    Parts(DataSource database, SettableClock clock) {
        this(context(database, clock));
    }

    private Parts(AnnotationConfigApplicationContext context) {
        this(
                context.getBean(AuditLog.class),
                context.getBean(AuditTrail.class),
                context.getBean(AuditVerifier.class),
                context.getBean(Courtesy.class),
                context.getBean(Contacts.class));
    }

    private static AnnotationConfigApplicationContext context(DataSource database, SettableClock clock) {
        var context = new AnnotationConfigApplicationContext();
        context.registerBean("database", DataSource.class, () -> database, bean -> bean.setDestroyMethodName(""));
        context.registerBean("clock", Clock.class, () -> clock);
        context.registerBean(RuleSets.class, DeskRules::new);
        TestSeal.register(context, TestSeal.KEYS);
        context.register(AuditConfiguration.class, ContactConfiguration.class);
        context.refresh();
        return context;
    }
}
