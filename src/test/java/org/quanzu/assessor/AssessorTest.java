package org.quanzu.assessor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.quanzu.assessor.AssessorResult.Assessed;
import org.quanzu.assessor.AssessorResult.Conflict;
import org.quanzu.assessor.AssessorResult.Repeat;
import org.quanzu.event.Event;
import org.quanzu.eventjson.EventJson;
import org.quanzu.fact.Surroundings;
import org.quanzu.scoring.RuleSet;
import org.quanzu.testkit.BankEvents;
import org.quanzu.testkit.FixedRuleSets;
import org.quanzu.testkit.Histories;

class AssessorTest {
    private static final RuleSet RULES = new FixedRuleSets().current();

    @Test
    void assessesAnEventOnce() {
        Event event = payment("t-1", "8600");

        Assessed first = (Assessed) assess(PersonState.empty("p-1"), event);

        assertThat(first.assessment().level()).isEqualTo("RED");
        assertThat(first.after().level().level()).isEqualTo("RED");
        assertThat(first.ruleSet()).isEqualTo("v1");
        assertThat(assess(first.after(), event)).isEqualTo(new Repeat(event.key()));
        assertThat(assess(first.after(), payment("t-1", "8601"))).isEqualTo(new Conflict(event.key()));
    }

    @Test
    void leavesTheStateBeforeAsItWas() {
        PersonState before = PersonState.empty("p-1");
        byte[] bytes = PersonStateCodec.write(before);

        Assessed assessed = (Assessed) assess(before, payment("t-1", "8600"));

        assertThat(assessed.before()).isSameAs(before);
        assertThat(PersonStateCodec.write(before)).isEqualTo(bytes);
    }

    @Test
    void keepsTheLevelAfterAQuietEventAsLongAsItIsValid() {
        PersonState red = ((Assessed) assess(PersonState.empty("p-1"), payment("t-1", "8600"))).after();

        PersonState after = Assessor.assessNew(red, payment("t-2", "5"), Surroundings.UNKNOWN, RULES)
                .after();

        assertThat(after.level().level()).isEqualTo("RED");
    }

    @Property(tries = 15)
    void remembersAsItAssessed(@ForAll long seed) {
        PersonState assessed = PersonState.empty("p-1");
        PersonState remembered = assessed;
        for (Event event : Histories.of(seed, "p-1", 120)) {
            Assessed one = (Assessed) assess(assessed, event);
            assessed = one.after();
            remembered = Assessor.remember(
                    remembered,
                    new Assessor.Remembered(
                            event,
                            content(event),
                            Surroundings.UNKNOWN,
                            assessed.level(),
                            one.assessment().late()),
                    RULES.watchlists());

            assertThat(PersonStateCodec.write(remembered)).isEqualTo(PersonStateCodec.write(assessed));
        }
    }

    @Test
    void namesRescoringsByPersonEventAndCause() {
        PersonState one = ((Assessed) assess(PersonState.empty("p-1"), payment("t-1", "8600"))).after();
        PersonState other = ((Assessed) assess(PersonState.empty("p-2"), payment("t-1", "8600"))).after();
        PersonState later = ((Assessed) assess(one, payment("t-2", "8600"))).after();

        assertThat(rescored(one, "a")).isEqualTo(rescored(one, "a"));
        assertThat(List.of(rescored(one, "a"), rescored(one, "b"), rescored(other, "a"), rescored(later, "a")))
                .doesNotHaveDuplicates();
    }

    private static String rescored(PersonState state, String cause) {
        return Assessor.rescore(state, cause, RULES).assessment().assessmentId();
    }

    private static AssessorResult assess(PersonState before, Event event) {
        return Assessor.assess(before, event, content(event), Surroundings.UNKNOWN, RULES);
    }

    private static long content(Event event) {
        return SeenEvents.contentOf(EventJson.write(event));
    }

    private static Event payment(String id, String amount) {
        return BankEvents.payment(id, "p-1", amount);
    }
}
