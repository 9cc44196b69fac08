package org.quanzu.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quanzu.testkit.Events.NOON;
import static org.quanzu.testkit.Events.header;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.quanzu.event.Direction;
import org.quanzu.event.Event;
import org.quanzu.event.Header;
import org.quanzu.event.InvalidEvent;
import org.quanzu.event.PersonRef;
import org.quanzu.event.TransactionEvent;
import org.quanzu.event.TransactionEvent.Status;
import org.quanzu.event.TransactionStatusEvent;
import org.quanzu.fact.Attributes;
import org.quanzu.fact.Surroundings;
import org.quanzu.fact.Transaction;
import org.quanzu.profile.Profile;
import org.quanzu.profile.SnapshotReader;
import org.quanzu.profile.SnapshotWriter;
import org.quanzu.rulefile.RuleFolder;
import org.quanzu.rules.RuleSetFactory;
import org.quanzu.testkit.Events;

class DoublePaymentTest {
    private static final String CONFIRMED = "SAMPLE-ACC-0001";
    private static final RuleSet RULE_SET = Objects.requireNonNull(
            new RuleSetFactory().make(RuleFolder.read(Path.of("rules"))).ruleSet());

    private Profile profile = Profile.empty("p-1");

    @Test
    void countsOnePaymentUnderTwoIdsOnceAndSaysSo() {
        Assessment first = score(payment("t-1", NOON, "8000"));
        Assessment second = score(payment("t-2", NOON.plusNanos(900_000_000), "8000"));

        assertThat(first.notes()).isEmpty();
        assertThat(second.notes()).containsExactly("probableDouble");
        assertThat(second.amountAtRisk()).isEqualTo("8000.00");
        assertThat(second.implicated()).isTrue();
        assertThat(second.decision()).isEqualTo(first.decision()).isEqualTo(Decision.HOLD);
        assertThat(profile.everything().habits().payments()).isEqualTo(1);
    }

    @Test
    void seesADoubleOfAnotherSource() {
        score(payment("t-1", NOON, "8000"));

        Header wallet = new Header("w-9", "wallet", PersonRef.ofId("p-1"), NOON);
        Assessment second = score(Events.payment(wallet, Direction.OUT, "8000.00", CONFIRMED, Status.COMPLETED));

        assertThat(second.notes()).containsExactly("probableDouble");
        assertThat(second.amountAtRisk()).isEqualTo("8000.00");
    }

    @Test
    void takesPaymentsForTwoThatDifferInAnything() {
        score(payment("t-1", NOON, "8000"));

        assertThat(score(payment("t-2", NOON.plusSeconds(1), "8000")).notes()).isEmpty();
        assertThat(score(payment("t-3", NOON, "8001")).notes()).isEmpty();
        assertThat(score(Events.payment("t-4", NOON, "8000", "SAMPLE-ACC-0002")).amountAtRisk())
                .isEqualTo("32001.00");
    }

    @Test
    void countsBothWhenBothAreReportedCompleted() {
        score(payment("t-1", NOON, "8000"));
        score(payment("t-2", NOON, "8000"));

        Assessment one = score(status("s-1", "t-2", Status.COMPLETED, null));
        Assessment both = score(status("s-2", "t-1", Status.COMPLETED, null));

        assertThat(one.amountAtRisk()).isEqualTo("8000.00");
        assertThat(both.amountAtRisk()).isEqualTo("16000.00");
    }

    @Test
    void countsTheOtherWhenOneFails() {
        score(payment("t-1", NOON, "8000"));
        score(payment("t-2", NOON, "8000"));

        assertThat(score(status("s-1", "t-1", Status.FAILED, null)).amountAtRisk())
                .isEqualTo("8000.00");
        assertThat(score(status("s-2", "t-2", Status.FAILED, null)).amountAtRisk())
                .isEqualTo("0.00");
    }

    @Test
    void lessensMoneyAtRiskByEveryPartThatComesBackAndNeverBeyond() {
        score(payment("t-1", NOON, "8000"));
        score(payment("t-2", NOON.plusSeconds(1), "1000"));

        assertThat(score(status("s-1", "t-1", Status.RETURNED, "3000")).amountAtRisk())
                .isEqualTo("6000.00");
        assertThat(score(status("s-2", "t-1", Status.RETURNED, "3000.50")).amountAtRisk())
                .isEqualTo("2999.50");
        assertThat(score(status("s-3", "t-1", Status.RETURNED, "5000")).amountAtRisk())
                .isEqualTo("1000.00");
        assertThat(((Transaction) profile.facts().get(0)).isReturned()).isTrue();
    }

    @Test
    void givesTheSameWhateverComesFirst() {
        List<Event> parts = List.of(
                status("s-1", "t-1", Status.RETURNED, "100"),
                status("s-2", "t-1", Status.RETURNED, "200"),
                status("s-3", "t-1", Status.COMPLETED, null),
                payment("t-2", NOON, "8000"),
                status("s-4", "t-2", Status.COMPLETED, null));

        score(payment("t-1", NOON, "8000"));
        parts.forEach(this::score);
        byte[] inOrder = SnapshotWriter.write(profile);
        profile = Profile.empty("p-1");
        score(payment("t-1", NOON, "8000"));
        for (int index : new int[] {3, 4, 2, 1, 0}) {
            score(parts.get(index));
        }

        assertThat(SnapshotWriter.write(profile)).isEqualTo(inOrder);
    }

    @Test
    void keepsWhatCameBackAndWhatIsADouble() {
        score(payment("t-1", NOON, "8000"));
        score(payment("t-2", NOON, "8000"));
        score(status("s-1", "t-1", Status.RETURNED, "3000"));

        Profile read =
                SnapshotReader.read(SnapshotWriter.write(profile), "p-1", Attributes.NONE, RULE_SET.watchlists());

        assertThat(read).usingRecursiveComparison().isEqualTo(profile);
    }

    @Test
    void refusesAPartOfAnythingButAReturn() {
        assertThatThrownBy(() -> status("s-1", "t-1", Status.COMPLETED, "1"))
                .isInstanceOf(InvalidEvent.class)
                .hasMessageContaining("RETURNED");
    }

    private Assessment score(Event event) {
        Scoring.Scored scored = Scoring.score(profile, event, Surroundings.UNKNOWN, RULE_SET);
        profile = scored.after();
        return scored.assessment();
    }

    private static TransactionEvent payment(String eventId, OffsetDateTime at, String amount) {
        return Events.payment(eventId, at, amount, CONFIRMED);
    }

    private static TransactionStatusEvent status(String eventId, String transaction, Status status, String part) {
        return new TransactionStatusEvent(
                header(eventId, NOON.plusMinutes(1)), transaction, status, part == null ? null : new BigDecimal(part));
    }
}
