package org.quanzu.desk.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.quanzu.practice.Retries;

class RetryPlanTest {
    private static final Instant NOW = Instant.parse("2026-03-02T05:00:00Z");

    private final RetryPlan plan = new RetryPlan(() -> Retries.byRank(List.of("RED", "ORANGE", "YELLOW", "BLUE")));

    private Advice after(String level, Contact... contacts) {
        List<Attempt> tries = new ArrayList<>();
        for (Contact contact : contacts) {
            tries.add(new Attempt(1, Channel.VOICE, contact, "wang", NOW, null));
        }
        return plan.advise(level, tries, NOW);
    }

    @Test
    void beginsWithACallAtOnce() {
        assertThat(after("RED")).isEqualTo(new Advice(Set.of(Channel.VOICE), false, NOW, null));
    }

    @Test
    void changesTheChannelWhenTheLineIsBusy() {
        Advice advice = after("RED", Contact.BUSY);

        assertThat(advice.channels()).containsExactlyInAnyOrder(Channel.SMS, Channel.KIN);
        assertThat(advice.phoneRestsUntil()).isEqualTo(NOW.plus(Duration.ofHours(1)));
        assertThat(advice.parallel()).isFalse();
    }

    @Test
    void goesByAllOtherChannelsAtOnceWhenTheLineIsBusyTwice() {
        Advice advice = after("RED", Contact.BUSY, Contact.BUSY);

        assertThat(advice.parallel()).isTrue();
        assertThat(advice.channels()).containsExactlyInAnyOrder(Channel.SMS, Channel.KIN, Channel.IN_PERSON);
    }

    @Test
    void visitsAfterAsManyUnansweredCallsAsTheLevelSays() {
        Advice second = after("ORANGE", Contact.NO_ANSWER, Contact.NO_ANSWER);
        Advice third = after("ORANGE", Contact.NO_ANSWER, Contact.NO_ANSWER, Contact.NO_ANSWER);

        assertThat(second.channels()).containsExactlyInAnyOrder(Channel.VOICE, Channel.SMS);
        assertThat(third.channels()).contains(Channel.IN_PERSON).doesNotContain(Channel.VOICE);
    }

    @Test
    void neverCallsANumberAgainThatLeadsNowhere() {
        Advice advice = after("YELLOW", Contact.WRONG_NUMBER, Contact.TEMP_UNFOUND);

        assertThat(advice.phoneRestsUntil()).isEqualTo(Instant.MAX);
        assertThat(advice.channels()).containsExactlyInAnyOrder(Channel.KIN, Channel.IN_PERSON);
    }

    @Test
    void stopsTryingWhenThePersonIsReached() {
        assertThat(after("RED", Contact.NO_ANSWER, Contact.REACHED_PHONE).channels())
                .isEmpty();
    }

    @Test
    void waitsLongerFromTryToTryAndKeepsToTheLastStep() {
        assertThat(after("YELLOW", Contact.NO_ANSWER).retryAt()).isEqualTo(NOW.plus(Duration.ofHours(1)));
        assertThat(after("YELLOW", Contact.NO_ANSWER, Contact.NO_ANSWER, Contact.NO_ANSWER)
                        .retryAt())
                .isEqualTo(NOW.plus(Duration.ofDays(1)));
        assertThat(after("VIOLET", Contact.NO_ANSWER).retryAt()).isEqualTo(NOW.plus(Duration.ofDays(1)));
    }

    @Test
    void goesByTheTableInServiceAtOnce() {
        AtomicReference<Retries> served = new AtomicReference<>(Retries.byRank(List.of("RED")));
        RetryPlan live = new RetryPlan(served::get);
        Duration before = live.deadline("RED");

        served.set(Retries.byRank(List.of("VIOLET", "RED")));

        assertThat(before).isEqualTo(Duration.ofMinutes(5));
        assertThat(live.deadline("RED")).isEqualTo(Duration.ofMinutes(15));
        assertThat(live.closesUnfound("VIOLET")).isFalse();
        assertThat(live.closesUnfound("RED")).isTrue();
        assertThat(live.isAnyHour("ORANGE")).isFalse();
    }

    @Test
    void plansFollowUpsByLevel() {
        assertThat(plan.followUps("RED", NOW)).hasSize(4).endsWith(NOW.plus(Duration.ofDays(7)));
        assertThat(plan.followUps("ORANGE", NOW))
                .containsExactly(NOW.plus(Duration.ofDays(1)), NOW.plus(Duration.ofDays(7)));
        assertThat(plan.followUps("YELLOW", NOW)).containsExactly(NOW.plus(Duration.ofHours(72)));
        assertThat(plan.followUps("BLUE", NOW)).isEmpty();
    }
}
