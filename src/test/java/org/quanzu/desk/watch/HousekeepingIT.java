package org.quanzu.desk.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.quanzu.desk.Case;
import org.quanzu.desk.Hold;
import org.quanzu.desk.contact.Contact;
import org.quanzu.desk.work.Finding;
import org.quanzu.desk.work.FollowUp;
import org.quanzu.desk.work.Report;
import org.quanzu.desk.work.Report.Facts;
import org.quanzu.desk.work.Works;
import org.quanzu.testkit.DeskNode;

class HousekeepingIT {
    private static final Report STOPPED =
            new Report(Contact.REACHED_PHONE, Finding.SCAM_STOPPED_BEFORE_LOSS, Facts.NONE, null);

    private final DeskNode node = new DeskNode();
    private final Housekeeping housekeeping = node.part(Housekeeping.class);

    @AfterEach
    void stop() {
        node.close();
    }

    private void later(Duration time) {
        node.clock.advance(time);
        housekeeping.tick();
    }

    @Test
    void returnsTheCaseWhenTheOperatorLeaves() {
        node.take(node.open.open(1, "RED"), "wang");

        later(Duration.ofMinutes(9));
        Case.State before = node.find("c-1").state();
        later(Duration.ofMinutes(1));

        assertThat(before).isEqualTo(Case.State.TAKEN);
        assertThat(node.find("c-1")).returns(Case.State.QUEUED, Case::state).returns(null, Case::lease);
        assertThat(node.history("c-1")).containsExactly("LEASE_ENDED", "TAKEN");
        assertThat(node.queue().takeNext("li", Set.of("DESK"))).isPresent();
    }

    @Test
    void returnsWhatWaitedForAnotherTry() {
        Hold hold = node.take(node.open.open(1, "RED"), "wang");
        node.desk().putOff(hold);

        later(Duration.ofMinutes(3));

        assertThat(node.find("c-1").state()).isEqualTo(Case.State.QUEUED);
        assertThat(node.history("c-1")).startsWith("READY");
    }

    @Test
    void escalatesFromUnitToUnitAndNoFurther() {
        node.open.open(1, 1, "ORANGE", "COMMUNITY");

        later(Duration.ofMinutes(15));
        Case first = node.find("c-1");
        housekeeping.tick();
        later(Duration.ofMinutes(15));
        Case second = node.find("c-1");
        later(Duration.ofDays(1));

        assertThat(first).returns("DESK", Case::unit).returns(1, Case::escalations);
        assertThat(first.dueAt()).isEqualTo(DeskNode.START.plus(Duration.ofMinutes(30)));
        assertThat(second).returns("STATION", Case::unit).returns(2, Case::escalations);
        assertThat(node.find("c-1").version()).isEqualTo(second.version());
        assertThat(node.queue().counts().overdue()).isOne();
        assertThat(node.history("c-1")).containsExactly("ESCALATED", "ESCALATED");
    }

    @Test
    void doesNotEscalateWhatSomebodyWorksOn() {
        node.take(node.open.open(1, "RED"), "wang");
        node.open.set("c-1", "due_at", DeskNode.START);

        later(Duration.ofMinutes(1));

        assertThat(node.find("c-1").unit()).isEqualTo("DESK");
    }

    @Test
    void bringsAClosedCaseBackAtEachFollowUp() {
        Hold hold = node.take(node.open.open(1, "ORANGE"), "wang");
        node.desk().conclude(hold, 2, STOPPED);

        later(Duration.ofHours(23));
        Case.State before = node.find("c-1").state();
        later(Duration.ofHours(1));
        Case back = node.find("c-1");
        Hold again = node.take("c-1", "li");
        node.desk().conclude(again, back.version() + 1, STOPPED);
        later(Duration.ofMinutes(1));

        assertThat(before).isEqualTo(Case.State.CLOSED);
        assertThat(back).returns(Case.State.QUEUED, Case::state).returns(1, Case::episode);
        assertThat(back.dueAt()).isEqualTo(DeskNode.START.plus(Duration.ofHours(28)));
        assertThat(node.find("c-1").state()).isEqualTo(Case.State.CLOSED);
        assertThat(node.part(Works.class).followUps("c-1"))
                .extracting(FollowUp::doneAt)
                .containsExactly(DeskNode.START.plus(Duration.ofDays(1)), null);
        assertThat(node.history("c-1")).startsWith("CLOSED", "TAKEN", "FOLLOW_UP_DUE", "CLOSED");
    }

    @Test
    void leavesAReopenedCaseToItsNewEpisode() {
        Hold hold = node.take(node.open.open(1, "ORANGE"), "wang");
        node.desk().conclude(hold, 2, STOPPED);
        node.open.set("c-1", "episode", 2);

        later(Duration.ofDays(8));

        assertThat(node.find("c-1").state()).isEqualTo(Case.State.CLOSED);
    }
}
