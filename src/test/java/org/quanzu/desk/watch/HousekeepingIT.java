package org.quanzu.desk.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.quanzu.desk.Case;
import org.quanzu.desk.Cases;
import org.quanzu.desk.Hold;
import org.quanzu.desk.contact.Channel;
import org.quanzu.desk.contact.Contact;
import org.quanzu.desk.shift.Availability;
import org.quanzu.desk.shift.Shift;
import org.quanzu.desk.shift.Shifts;
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

    private void onShift(String unit, int fromHour, int untilHour) {
        Instant day = DeskNode.START;
        node.part(Shifts.class)
                .add(List.of(new Shift.Times(
                        "zhao", unit, day.plus(Duration.ofHours(fromHour)), day.plus(Duration.ofHours(untilHour)))));
    }

    private String latest(String caseId) {
        return node.part(Cases.class).history(caseId).get(0).detail();
    }

    @Test
    void escalatesPastUnitsWhereNobodyIs() {
        onShift("DESK", -8, 0);
        node.open.open(1, 1, "ORANGE", "COMMUNITY");

        later(Duration.ofMinutes(15));

        assertThat(node.find("c-1").unit()).isEqualTo("STATION");
        assertThat(latest("c-1")).isEqualTo("COMMUNITY STATION OVERDUE DESK");
    }

    @Test
    void movesOnAtOnceWhereNobodyIs() {
        onShift("COMMUNITY", 1, 9);
        node.open.open(1, 600, "ORANGE", "COMMUNITY");
        Instant due = node.find("c-1").dueAt();

        later(Duration.ofSeconds(1));
        housekeeping.tick();

        assertThat(node.find("c-600"))
                .returns("DESK", Case::unit)
                .returns(due, Case::dueAt)
                .returns(2, Case::version);
        assertThat(latest("c-1")).isEqualTo("COMMUNITY DESK NOBODY_ON_SHIFT");
        assertThat(node.history("c-1")).hasSize(1);
        assertThat(node.queue().counts().rows()).singleElement().returns(600, row -> row.queued());
    }

    @Test
    void keepsCasesWhereNobodyLaterIsThereEither() {
        onShift("DESK", 1, 9);
        onShift("STATION", 2, 9);
        node.open.open(1, "ORANGE");
        node.open.open(2, 2, "ORANGE", "STATION");

        later(Duration.ofHours(1).minusSeconds(1));
        Case before = node.find("c-1");
        later(Duration.ofHours(1).plusSeconds(1));

        assertThat(before).returns("DESK", Case::unit).returns(1, Case::version);
        assertThat(node.find("c-1").unit()).isEqualTo("STATION");
        assertThat(latest("c-1")).isEqualTo("DESK STATION OVERDUE");
        assertThat(node.find("c-2")).returns("STATION", Case::unit).returns(1, Case::version);
    }

    @Test
    void countsWhoIsAwayAsNotThere() {
        onShift("DESK", -1, 9);
        node.open.open(1, "ORANGE");
        housekeeping.tick();
        String before = node.find("c-1").unit();

        node.part(Availability.class).leave("zhao", DeskNode.START.plus(Duration.ofMinutes(15)));
        later(Duration.ofSeconds(1));

        assertThat(before).isEqualTo("DESK");
        assertThat(node.find("c-1").unit()).isEqualTo("STATION");
    }

    @Test
    void bringsCasesOfUnitsThatAreNoMoreToTheLast() {
        node.open.open(1, 1, "ORANGE", "DESK_NORTH");

        housekeeping.tick();

        assertThat(node.find("c-1").unit()).isEqualTo("STATION");
        assertThat(latest("c-1")).isEqualTo("DESK_NORTH STATION NO_SUCH_UNIT");
    }

    @Test
    void escalatesWhatWasTriedOnlyWhenCallsAreInVain() {
        Hold hold = node.take(node.open.open(1, "ORANGE"), "wang");
        node.desk().attempt(hold, Channel.VOICE, Contact.NO_ANSWER, null);
        node.desk().putOff(hold);

        later(Duration.ofMinutes(20));
        Case triedOnce = node.find("c-1");
        Hold again = node.take("c-1", "wang");
        node.desk().attempt(again, Channel.VOICE, Contact.BUSY, null);
        node.desk().attempt(again, Channel.VOICE, Contact.BUSY, null);
        node.desk().putOff(again);
        later(Duration.ofMinutes(15));

        assertThat(triedOnce).returns("DESK", Case::unit).returns(Case.State.QUEUED, Case::state);
        assertThat(node.find("c-1")).returns("STATION", Case::unit).returns(Case.State.QUEUED, Case::state);
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
