package org.quanzu.desk.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quanzu.testkit.BankEvents.NOON;
import static org.quanzu.testkit.BankEvents.call;
import static org.quanzu.testkit.BankEvents.payment;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.quanzu.event.CallEvent.State;
import org.quanzu.event.PersonRef;
import org.quanzu.testkit.TestNode;
import org.quanzu.testkit.TestSeal;

class TimelinesIT {
    private static final PersonRef PERSON = PersonRef.ofId("p-1");
    private final TestNode node = new TestNode();
    private final Timelines timelines = new JdbcTimelines(new JdbcRecorded(node.database, TestSeal.SEAL));

    @AfterEach
    void stop() {
        node.close();
    }

    private Timeline timeline() {
        return timelines.of("p-1", TestNode.START.minus(Duration.ofDays(30)), 100);
    }

    @Test
    void showsWhatHappenedInOrderWithTheEvidenceMarked() {
        node.answer(payment("t-2", PERSON, "5000", "6222021234567890", NOON.plusMinutes(9)));
        node.answer(payment("t-1", PERSON, "20", "acc-1", NOON));

        Timeline timeline = timeline();

        assertThat(timeline.moments()).extracting(Moment::eventId).containsExactly("t-1", "t-2");
        assertThat(timeline.moments()).extracting(Moment::evidence).containsExactly(false, true);
        assertThat(timeline.moments()).extracting(Moment::other).containsExactly("a****-1", "622****7890");
        assertThat(Objects.requireNonNull(timeline.latest()).reasons())
                .extracting(Latest.Reason::zh)
                .containsExactly("大额付款");
    }

    @Test
    void showsACallOnceWhateverItsStates() {
        node.answer(call("c-1", PERSON, "call-1", State.ACTIVE, null, NOON));
        node.answer(call("c-2", PERSON, "call-1", State.ENDED, 300, NOON));

        assertThat(timeline().moments()).extracting(Moment::seconds).containsExactly(300);
    }

    @Test
    void knowsNothingOfAStranger() {
        assertThat(timelines.of("p-9", TestNode.START, 10)).isEqualTo(new Timeline(List.of(), null));
    }
}
