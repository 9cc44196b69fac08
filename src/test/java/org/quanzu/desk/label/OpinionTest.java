package org.quanzu.desk.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quanzu.desk.label.Verdict.ORDINARY;
import static org.quanzu.desk.label.Verdict.SCAM;
import static org.quanzu.desk.label.Verdict.UNKNOWN;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.quanzu.desk.label.Label.Name;

class OpinionTest {
    private static final Instant NOON = Instant.parse("2026-03-02T04:00:00Z");
    private static final Episode.Key EPISODE = new Episode.Key("c-1", 1);

    private static Label desk(Verdict verdict, @Nullable String family) {
        return new Label(Name.ofDesk(EPISODE), "p-1", EPISODE, verdict, "ANY", family, NOON);
    }

    private static Label bank(String id, Verdict verdict, @Nullable String family) {
        return new Label(Name.ofBank("bank-a", id), "p-1", EPISODE, verdict, "ANY", family, NOON.plusSeconds(60));
    }

    @Test
    void isThatOfTheOnlyLabel() {
        assertThat(Opinion.of(List.of(desk(SCAM, "loan")))).isEqualTo(new Opinion(SCAM, false, "loan", NOON));
        assertThat(Opinion.of(List.of())).isNull();
    }

    @Test
    void isUnknownAndDisputedWhereDeskAndBankContradict() {
        assertThat(Opinion.of(List.of(desk(ORDINARY, null), bank("f-1", SCAM, "loan"))))
                .isEqualTo(new Opinion(UNKNOWN, true, null, NOON.plusSeconds(60)));
        assertThat(Opinion.of(List.of(desk(SCAM, "loan"), bank("f-1", ORDINARY, null))))
                .returns(true, Opinion::disputed);
    }

    @Test
    void isTheKnownOneBesideAnUnknownOne() {
        assertThat(Opinion.of(List.of(desk(UNKNOWN, "loan"), bank("f-1", SCAM, "order_brushing"))))
                .returns(SCAM, Opinion::verdict)
                .returns("order_brushing", Opinion::family)
                .returns(false, Opinion::disputed);
        assertThat(Opinion.of(List.of(desk(ORDINARY, "loan"), bank("f-1", UNKNOWN, null))))
                .returns(ORDINARY, Opinion::verdict)
                .returns(null, Opinion::family);
    }

    @Test
    void isAScamWhateverElseWasGenuine() {
        assertThat(Opinion.of(List.of(bank("f-1", ORDINARY, null), bank("f-2", SCAM, null), desk(SCAM, "loan"))))
                .returns(SCAM, Opinion::verdict)
                .returns(false, Opinion::disputed);
    }

    @Test
    void believesTheDeskAboutTheFamily() {
        assertThat(Opinion.of(List.of(bank("f-1", SCAM, "order_brushing"), desk(SCAM, "loan"))))
                .returns("loan", Opinion::family);
        assertThat(Opinion.of(List.of(bank("f-1", SCAM, "order_brushing"), desk(SCAM, null))))
                .returns("order_brushing", Opinion::family);
    }
}
