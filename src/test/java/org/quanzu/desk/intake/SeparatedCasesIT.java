package org.quanzu.desk.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quanzu.testkit.BankEvents.NOON;
import static org.quanzu.testkit.BankEvents.payment;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.quanzu.event.PersonRef;
import org.quanzu.person.source.PersonAttributes;
import org.quanzu.scoring.Assessment;
import org.quanzu.testkit.BankEvents;
import org.quanzu.testkit.TestNode;
import org.springframework.jdbc.core.JdbcTemplate;

/** Cases of persons of whom a link was taken back. */
class SeparatedCasesIT {
    private final TestNode node = new TestNode();
    private final JdbcTemplate jdbc = new JdbcTemplate(node.database);

    @AfterEach
    void stop() {
        node.close();
    }

    private Map<String, Object> caseOf(String personId) {
        return jdbc.queryForMap("select * from cases where person_id = ?", personId);
    }

    private static PersonAttributes attributes(String phone) {
        return BankEvents.phones(phone);
    }

    private List<String> history(String personId) {
        return jdbc.queryForList(
                "select what from case_history where case_id = ? order by id",
                String.class,
                Assessment.caseOf(personId));
    }

    @Test
    void closesTheCaseThatOnlyEventsOfAnotherPersonOpened() {
        PersonRef phone = new PersonRef(null, "13912345678", null);
        node.answer(payment("v-1", phone, "5000", "acc-2", NOON));
        node.tell("p-1", attributes("13912345678"));
        node.followed(payment("h-1", "p-1", "20"));
        assertThat(caseOf("p-1")).containsEntry("state", "QUEUED");

        node.tell("p-1", attributes("13900000000"));
        node.awaitConsumers();

        assertThat(caseOf("p-1")).containsEntry("state", "CLOSED").containsEntry("lease", null);
        assertThat(history("p-1")).containsExactly("OPENED", "SEPARATED");
        String victim = jdbc.queryForObject(
                "select person_id from cases where person_id <> 'p-1' and state = 'QUEUED'", String.class);
        assertThat(history(victim)).startsWith("OPENED", "MERGED");
    }

    @Test
    void keepsTheCaseOpenOfWhichAnOwnEventWarned() {
        PersonRef phone = new PersonRef(null, "13912345678", null);
        node.answer(payment("v-1", phone, "5000", "acc-2", NOON));
        node.tell("p-1", attributes("13912345678"));
        node.followed(payment("h-1", "p-1", "7000"));

        node.tell("p-1", attributes("13900000000"));
        node.awaitConsumers();

        assertThat(caseOf("p-1")).containsEntry("state", "QUEUED");
        assertThat(history("p-1")).doesNotContain("SEPARATED");
    }

    @Test
    void opensAFurtherEpisodeForTheFirstOwnWarningAfterASeparation() {
        PersonRef phone = new PersonRef(null, "13912345678", null);
        node.answer(payment("v-1", phone, "5000", "acc-2", NOON));
        node.tell("p-1", attributes("13912345678"));
        node.tell("p-1", attributes("13900000000"));
        node.awaitConsumers();

        node.followed(payment("h-1", "p-1", "7000"));

        assertThat(caseOf("p-1")).containsEntry("state", "QUEUED").containsEntry("episode", 2);
    }
}
