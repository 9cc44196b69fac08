package org.quanzu.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quanzu.testkit.BankEvents.NOON;
import static org.quanzu.testkit.BankEvents.payment;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.quanzu.audit.AuditConfiguration;
import org.quanzu.event.PersonRef;
import org.quanzu.personcache.Retention;
import org.quanzu.testkit.LargePayments;
import org.quanzu.testkit.TestNode;
import org.springframework.jdbc.core.JdbcTemplate;

class PersonRetentionIT {
    private final TestNode node = new TestNode(
            LargePayments::new,
            AuditConfiguration.class,
            ErasureConfiguration.class,
            PersonRetentionConfiguration.class);
    private final JdbcTemplate jdbc = new JdbcTemplate(node.database);

    @AfterEach
    void stop() {
        node.close();
    }

    /** So many days later, and the hourly work is done. */
    private void pass(int days) {
        node.clock.advance(Duration.ofDays(days));
        node.part(Retention.class).run();
        node.part(PersonRetention.class).run();
    }

    private List<String> persons() {
        return jdbc.queryForList("select person_id from persons order by person_id", String.class);
    }

    @Test
    void erasesWhomNothingIsHeardOf() {
        node.followed(payment("t-1", "p-idle", "20"));
        node.followed(payment("t-2", "p-open", "5000"));
        node.followed(payment("t-3", "p-back", "20"));
        pass(700);
        assertThat(persons()).containsExactly("p-back", "p-idle", "p-open");
        node.followed(payment("t-4", PersonRef.ofId("p-back"), "20", "acc-9", NOON.plusDays(700)));

        pass(731);

        assertThat(persons()).as("the last event, and an open case").containsExactly("p-back", "p-open");
        pass(0);
        assertThat(node.persons().find("p-idle")).isEmpty();
        assertThat(jdbc.queryForList("select about from audit_log where what = 'person.erase'", String.class))
                .containsExactly("person:p-idle");
        pass(731);
        assertThat(persons()).containsExactly("p-open");
    }

    @Test
    void removesCasesClosedLongAgoAndKeepsOpenOnes() {
        for (String person : List.of("p-1", "p-2", "p-3")) {
            node.followed(payment("t-" + person, person, "5000"));
            KeptOfPersons.fill(node.database, person);
        }
        close("p-1", "2026-03-02T06:00:00Z");
        close("p-2", "2026-06-02T06:00:00Z");

        pass(1_100);

        assertThat(jdbc.queryForList("select person_id from cases order by person_id", String.class))
                .containsExactly("p-2", "p-3");
        assertThat(jdbc.queryForObject("select count(*) from attempts", Integer.class))
                .isEqualTo(2);
        assertThat(jdbc.queryForObject("select count(*) from outreach_orders", Integer.class))
                .as("all were sent before")
                .isZero();
    }

    private void close(String person, String at) {
        jdbc.update("update cases set state = 'CLOSED', closed_at = ?::timestamptz where person_id = ?", at, person);
    }

    @Test
    void forgetsKeysOfErasedEventsWhenTheEventsWouldHaveGone() {
        node.followed(payment("t-1", "p-1", "20"));
        PersonErasure erasure = node.part(PersonErasure.class);
        erasure.erase(erasure.identityOf("p-1"), "command", "asked for it");

        pass(80);
        assertThat(jdbc.queryForList("select person_id from event_keys", String.class))
                .containsExactly("");
        pass(20);

        assertThat(jdbc.queryForList("select person_id from event_keys", String.class))
                .isEmpty();
    }
}
