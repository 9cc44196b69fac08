package org.quanzu.desk.label;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.quanzu.practice.Practice;
import org.quanzu.profile.Bounds;
import org.quanzu.scoring.Actions;
import org.quanzu.scoring.Evaluator;
import org.quanzu.scoring.Evidence;
import org.quanzu.scoring.Family;
import org.quanzu.scoring.Levels;
import org.quanzu.scoring.Rule;
import org.quanzu.scoring.RuleSet;
import org.quanzu.scoring.Scorecard;
import org.quanzu.scoring.Text;
import org.quanzu.watchlist.Watchlists;

class VoicesTest {
    private static final RuleSet RULES = new RuleSet(
            "v1",
            List.of(
                    new Family("loan", "LOAN", new Text("loan", "贷款")),
                    new Family("ordinary", "ORD", new Text("ordinary", "正常"))),
            List.of(
                    rule("LOAN-001", "loan", Evidence.MONEY),
                    rule("LOAN-002", "loan", Evidence.MONEY),
                    rule("LOAN-003", "loan", Evidence.CALL),
                    rule("ORD-001", "ordinary", Evidence.MONEY)),
            new Scorecard(Map.of()),
            new Levels(List.of()),
            new Actions(List.of()),
            Practice.NONE,
            Map.of(),
            Watchlists.EMPTY,
            (facts, now) -> new Evaluator.Evaluation(List.of(), List.of()),
            Bounds.STANDARD);

    private static Rule rule(String id, String family, Evidence evidence) {
        Text reason = new Text(id, id);
        return new Rule(id, id, family, Rule.Status.LIVE, 20, evidence, null, null, reason, "", id + ".drl");
    }

    @Test
    void tellWhoWasTheOnlyOneOfAClass() {
        assertThat(Voices.of(List.of("LOAN-001", "LOAN-002", "LOAN-003"), RULES))
                .isEqualTo(new Voices(List.of("LOAN-003"), null));
    }

    @Test
    void tellWhoWasTheOnlyOneAtAll() {
        assertThat(Voices.of(List.of("LOAN-002", "ORD-001"), RULES))
                .isEqualTo(new Voices(List.of("LOAN-002"), "LOAN-002"));
    }

    @Test
    void countARuleThatIsGoneButKnowNotItsClass() {
        assertThat(Voices.of(List.of("LOAN-001", "LOAN-099"), RULES)).isEqualTo(new Voices(List.of("LOAN-001"), null));
        assertThat(Voices.of(List.of("LOAN-099"), RULES)).isEqualTo(new Voices(List.of(), "LOAN-099"));
        assertThat(Voices.of(List.of("ORD-001"), RULES)).isEqualTo(new Voices(List.of(), null));
    }
}
