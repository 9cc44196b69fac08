package org.quanzu.desk.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.quanzu.desk.Case;
import org.quanzu.desk.Hold;
import org.quanzu.desk.LeaseEnded;
import org.quanzu.desk.StaleCase;
import org.quanzu.desk.UnknownCase;
import org.quanzu.desk.contact.Advice;
import org.quanzu.desk.contact.Channel;
import org.quanzu.desk.contact.Contact;
import org.quanzu.desk.contact.Restraint;
import org.quanzu.desk.contact.Restraint.Reason;
import org.quanzu.desk.work.Report.Averted;
import org.quanzu.desk.work.Report.Facts;
import org.quanzu.scoring.Rule;
import org.quanzu.testkit.DeskNode;

class DeskIT {
    private static final Report STOPPED =
            new Report(Contact.REACHED_PHONE, Finding.SCAM_STOPPED_BEFORE_LOSS, Facts.NONE, null);
    private static final Report DENIED =
            new Report(Contact.REACHED_PHONE, Finding.DENIES_UNVERIFIED, Facts.NONE, "says it is for the house");
    private static final Instant NIGHT = Instant.parse("2026-03-02T15:00:00Z");
    private static final Instant MORNING = Instant.parse("2026-03-03T00:00:00Z");

    private final DeskNode node = new DeskNode();
    private final Desk desk = node.desk();
    private final Works works = node.part(Works.class);

    @AfterEach
    void stop() {
        node.close();
    }

    private Hold taken(String level) {
        return node.take(node.open.open(1, level), "wang");
    }

    @Test
    void raisesThePriorityWhenTheLineIsBusyTwice() {
        Hold hold = taken("ORANGE");
        Case before = node.find("c-1");

        desk.attempt(hold, Channel.VOICE, Contact.BUSY, null);
        Advice advice = desk.attempt(hold, Channel.VOICE, Contact.BUSY, "rings engaged");

        Case after = node.find("c-1");
        assertThat(after.busy()).isEqualTo(2);
        assertThat(after.points()).isEqualTo(2900);
        assertThat(after.urgency()).isEqualTo(2900 - 2 * DeskNode.START.getEpochSecond() / 60.0);
        assertThat(after.version()).isEqualTo(before.version() + 2);
        assertThat(after.state()).isEqualTo(Case.State.TAKEN);
        assertThat(advice.parallel()).isTrue();
        assertThat(works.attempts("c-1")).hasSize(2).last().returns("rings engaged", a -> a.note());
    }

    @Test
    void closesWithTheFactsAndPlansFollowUps() {
        Hold hold = taken("ORANGE");
        Averted averted = new Averted(new BigDecimal("100.50"), new BigDecimal("20"), null);
        Facts facts = new Facts(
                "loan",
                Rule.Stage.PAYING,
                new BigDecimal("7"),
                null,
                averted,
                List.of("acc-1", " "),
                List.of("+1 555 0100"),
                List.of());
        Report report = new Report(Contact.REACHED_PHONE, Finding.STOPPED_PARTIAL_LOSS, facts, "thanked us");

        Outcome outcome = desk.conclude(hold, 2, report);

        Case closed = node.find("c-1");
        assertThat(closed.state()).isEqualTo(Case.State.CLOSED);
        assertThat(closed.lease()).isNull();
        assertThat(closed.closedAt()).isEqualTo(DeskNode.START);
        assertThat(works.outcomes("c-1")).containsExactly(outcome);
        assertThat(outcome.report().facts().payeeAccounts()).containsExactly("acc-1");
        assertThat(works.followUps("c-1"))
                .extracting(FollowUp::dueAt)
                .containsExactly(DeskNode.START.plus(Duration.ofDays(1)), DeskNode.START.plus(Duration.ofDays(7)));
        assertThat(node.history("c-1")).containsExactly("CLOSED", "TAKEN");
    }

    @Test
    void doesNotCloseOnADenial() {
        Hold hold = taken("RED");

        Outcome outcome = desk.conclude(hold, 2, DENIED);

        Case waiting = node.find("c-1");
        assertThat(outcome.closes()).isFalse();
        assertThat(waiting.state()).isEqualTo(Case.State.WAITING);
        assertThat(waiting.readyAt()).isEqualTo(DeskNode.START.plus(Duration.ofMinutes(10)));
        assertThat(works.followUps("c-1")).isEmpty();
    }

    @Test
    void recordsNothingWhenTheLeaseHasEnded() {
        Hold hold = taken("RED");
        node.clock.advance(Duration.ofMinutes(10));
        Hold none = new Hold("c-9", hold.lease());

        assertThatThrownBy(() -> desk.conclude(hold, 2, STOPPED))
                .asInstanceOf(type(LeaseEnded.class))
                .returns("wang", LeaseEnded::holder);
        assertThatThrownBy(() -> desk.attempt(hold, Channel.VOICE, Contact.BUSY, null))
                .isInstanceOf(LeaseEnded.class);
        assertThatThrownBy(() -> desk.putOff(none)).isInstanceOf(UnknownCase.class);

        assertThat(works.outcomes("c-1")).isEmpty();
        assertThat(works.attempts("c-1")).isEmpty();
        assertThat(node.find("c-1").version()).isEqualTo(2);
    }

    @Test
    void tellsTheSecondOfTwoWhatTheFirstChanged() {
        Hold hold = taken("RED");
        desk.lowerLevel("c-1", 2, "YELLOW", new Because("chen", "the bank has confirmed the payee"));

        assertThatThrownBy(() -> desk.conclude(hold, 2, STOPPED))
                .asInstanceOf(type(StaleCase.class))
                .satisfies(stale -> assertThat(stale.changes())
                        .singleElement()
                        .returns("chen", line -> line.who())
                        .returns("LEVEL_LOWERED", line -> line.what()));

        assertThat(works.outcomes("c-1")).isEmpty();
        assertThat(desk.conclude(hold, 3, STOPPED).closes()).isTrue();
    }

    @Test
    void letsOperatorsSaveAfterTheirOwnChanges() {
        Hold hold = taken("RED");
        desk.attempt(hold, Channel.VOICE, Contact.NO_ANSWER, null);

        Outcome outcome = desk.conclude(hold, 2, STOPPED);

        assertThat(outcome.closes()).isTrue();
    }

    @Test
    void lowersTheLevelOnly() {
        taken("ORANGE");

        desk.lowerLevel("c-1", 2, "YELLOW", new Because("chen", "spoke to the son"));

        assertThat(node.find("c-1")).returns("YELLOW", Case::level).returns(1000, Case::points);
        assertThatThrownBy(() -> desk.lowerLevel("c-1", 3, "RED", new Because("chen", "why not")))
                .isInstanceOf(InvalidReport.class);
        assertThatThrownBy(() -> desk.lowerLevel("c-1", 3, "VIOLET", new Because("chen", "why not")))
                .isInstanceOf(InvalidReport.class);
    }

    @Test
    void rejectsAnUnknownFamily() {
        Hold hold = taken("ORANGE");
        Facts facts = new Facts("lottery", null, null, null, Averted.NONE, List.of(), List.of(), List.of());

        assertThatThrownBy(() -> desk.conclude(hold, 2, new Report(Contact.REACHED_KIN, Finding.TEST, facts, null)))
                .isInstanceOf(InvalidReport.class)
                .hasMessageContaining("lottery");
    }

    @Test
    void closesWithFollowUpsWhomNobodyFindsWhereTheTableSaysSo() {
        Report unfound = new Report(Contact.UNFOUND, Finding.NOT_ESTABLISHED, Facts.NONE, null);
        Hold urgent = taken("RED");
        node.open.open(2, "ORANGE");
        Hold high = node.take("c-2", "wang");

        Outcome stays = desk.conclude(urgent, 2, unfound);
        Outcome ends = desk.conclude(high, 2, unfound);

        assertThat(stays.closes()).isFalse();
        assertThat(node.find("c-1").state()).isEqualTo(Case.State.WAITING);
        assertThat(ends.closes()).isTrue();
        assertThat(node.find("c-2").state()).isEqualTo(Case.State.CLOSED);
        assertThat(works.followUps("c-2")).hasSize(2);
    }

    @Test
    void ratesAnewWhatThePersonDeclares() {
        taken("ORANGE");
        double before = node.find("c-1").urgency();

        desk.declareVulnerable("c-1", 2, true, new Because("wang", "has just lost her husband"));
        Case declared = node.find("c-1");
        desk.attempt(node.take("c-1", "wang"), Channel.VOICE, Contact.BUSY, null);
        boolean kept = node.find("c-1").vulnerable();
        desk.declareVulnerable("c-1", 4, false, new Because("wang", "was a misunderstanding"));

        assertThat(declared).returns(true, Case::vulnerable).returns(2800, Case::points);
        assertThat(declared.urgency()).isEqualTo(before - 3000 + 2800);
        assertThat(kept).isTrue();
        assertThat(node.find("c-1")).returns(false, Case::vulnerable).returns(2500, Case::points);
        assertThat(node.history("c-1")).containsExactly("NOT_VULNERABLE", "ATTEMPTED", "VULNERABLE", "TAKEN");
    }

    @Test
    void tellsWhoDeclaresTooLateWhatTheOtherChanged() {
        taken("ORANGE");
        desk.lowerLevel("c-1", 2, "YELLOW", new Because("chen", "spoke to the son"));

        assertThatThrownBy(() -> desk.declareVulnerable("c-1", 2, true, new Because("wang", "is ill")))
                .isInstanceOf(StaleCase.class);
        assertThatThrownBy(() -> desk.declareVulnerable("c-1", 3, false, new Because("wang", "is well")))
                .isInstanceOf(InvalidReport.class);
    }

    @Test
    void leavesPeopleAloneAtNightButForTheTopTwoLevels() {
        node.clock.set(NIGHT);

        node.open.open(1, "ORANGE");
        node.open.open(2, "YELLOW");

        assertThat(desk.restraint(node.find("c-1"))).isEmpty();
        assertThat(desk.restraint(node.find("c-2"))).contains(new Restraint(Reason.QUIET_HOURS, MORNING));
    }

    @Test
    void capsTheContactsOfADay() {
        Hold hold = taken("YELLOW");
        desk.attempt(hold, Channel.SMS, Contact.SMS_ONLY, null);
        desk.attempt(hold, Channel.VOICE, Contact.BUSY, null);
        desk.attempt(hold, Channel.VOICE, Contact.NO_ANSWER, null);

        boolean before = desk.restraint(node.find("c-1")).isPresent();
        desk.attempt(hold, Channel.VOICE, Contact.NO_ANSWER, null);

        assertThat(before).isFalse();
        assertThat(desk.restraint(node.find("c-1"))).contains(new Restraint(Reason.ENOUGH_TODAY, MORNING));
    }

    @Test
    void waitsForTheNextTryAndOverTheNight() {
        node.open.open(2, "YELLOW");
        Hold byDay = node.take(node.open.open(1, "RED"), "wang");
        desk.attempt(byDay, Channel.VOICE, Contact.NO_ANSWER, null);

        Instant soon = desk.putOff(byDay);
        node.clock.set(NIGHT);
        Instant morning = desk.putOff(node.take("c-2", "wang"));

        assertThat(soon).isEqualTo(DeskNode.START.plus(Duration.ofMinutes(3)));
        assertThat(morning).isEqualTo(MORNING);
        assertThat(node.find("c-2"))
                .returns(Case.State.WAITING, Case::state)
                .returns(MORNING, Case::readyAt)
                .returns(MORNING.plus(Duration.ofHours(2)), Case::dueAt);
    }
}
