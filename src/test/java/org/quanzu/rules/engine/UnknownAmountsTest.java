package org.quanzu.rules.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quanzu.testkit.Events.NOON;
import static org.quanzu.testkit.Events.header;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.quanzu.event.Counterparty;
import org.quanzu.event.Direction;
import org.quanzu.event.Event;
import org.quanzu.event.Session;
import org.quanzu.event.TransactionEvent;
import org.quanzu.event.TransactionEvent.Status;
import org.quanzu.fact.Surroundings;
import org.quanzu.profile.Profile;
import org.quanzu.profile.Update;
import org.quanzu.rulefile.RuleFiles;
import org.quanzu.rulefile.RuleFolder;
import org.quanzu.rules.RuleSetFactory;
import org.quanzu.scoring.RuleSet;

/** What is unknown satisfies nothing: no comparison, not its opposite, no calculation and no mean of it. */
class UnknownAmountsTest {
    private static final List<String> CONDITIONS = List.of(
            "$t : Transaction( amount >= 500 )",
            "$t : Transaction( amount < 500 )",
            "$t : Transaction( amount != 500 )",
            "$t : Transaction( amount == 500 )",
            "$t : Transaction( !( amount >= 500 ) )",
            "$t : Transaction( amount not in ( 500, 600 ) )",
            "$t : Transaction( amount * 2 > 1 )",
            "$t : Transaction( amount - 1 != 7 )",
            "$t : Transaction( shareOfBalance < 2 )",
            "$t : Transaction( !( amount >= 500 && amount <= 600 ) )",
            "$t : Transaction( ) Transaction( this != $t, amount != $t.amount )",
            "accumulate( $t : Transaction( ); $a : average($t.amount); $a < 500 )",
            "accumulate( $t : Transaction( ); $a : average($t.amount); $a != 500 )",
            "accumulate( $t : Transaction( ); $a : average($t.amount), $n : count(1); $n >= 0 )",
            "accumulate( $t : Transaction( ); $a : min($t.amount); $a < 500 )",
            "accumulate( $t : Transaction( ); $a : max($t.amount); $a < 500 )",
            "accumulate( $t : Transaction( ); $a : average($t.payee.timesBefore); $a <= 500 )",
            "$c : Transaction( ) accumulate( $t : Transaction( this != $c, this before[0m, 1d] $c ); "
                    + "$a : average($t.amount); $a <= 500 )",
            "$c : Transaction( ) accumulate( $t : Transaction( this != $c, this before[0m, 1d] $c ); "
                    + "$a : average($t.amount); $c.amount > $a )",
            "accumulate( $t : Transaction( ); $s : sum($t.amount); $s > 0 )");
    private static final String NOTHING_ADDS_UP_TO_NOTHING =
            "accumulate( $t : Transaction( ); $s : sum($t.amount); $s == 0 )";
    private static final RuleSet RULE_SET = ruleSet();

    @Test
    void satisfiesNothingWhenNothingIsThereButThatItsSumIsNothing() {
        assertThat(hits(List.of())).containsExactly(NOTHING_ADDS_UP_TO_NOTHING);
    }

    @Test
    void satisfiesNothingWhenNoAmountIsKnown() {
        assertThat(hits(List.of(payment("t-1", "900", "XOF", null), payment("t-2", "900", "XOF", null))))
                .containsExactly(NOTHING_ADDS_UP_TO_NOTHING);
    }

    @Test
    void satisfiesWhatHoldsOfTheKnownAmounts() {
        List<Event> events = List.of(
                payment("t-1", "900", "XOF", "a"),
                payment("t-2", "400", "CNY", "b"),
                payment("t-3", "450", "CNY", "c"));

        assertThat(hits(events))
                .contains(
                        "accumulate( $t : Transaction( ); $a : average($t.amount); $a < 500 )",
                        "accumulate( $t : Transaction( ); $a : min($t.amount); $a < 500 )",
                        "accumulate( $t : Transaction( ); $s : sum($t.amount); $s > 0 )",
                        "$t : Transaction( amount != 500 )")
                .doesNotContain(NOTHING_ADDS_UP_TO_NOTHING, "$t : Transaction( amount >= 500 )");
    }

    private static Set<String> hits(List<Event> events) {
        Profile profile = Profile.empty("p-1");
        for (Event event : events) {
            profile = Update.of(profile, event, Surroundings.UNKNOWN, RULE_SET.watchlists())
                    .after();
        }
        DroolsEvaluator evaluator = (DroolsEvaluator) RULE_SET.evaluator();
        long now = profile.isEmpty() ? NOON.toInstant().toEpochMilli() : profile.latestMillis();
        var found = evaluator.evaluate(profile.factsNow(), now);
        assertThat(found).isEqualTo(evaluator.evaluateAll(profile.factsNow(), now));
        assertThat(found.cutOff()).isEmpty();
        Set<String> conditions = new LinkedHashSet<>();
        found.hits().forEach(hit -> conditions.add(hit.rule().reason().en()));
        return conditions;
    }

    private static TransactionEvent payment(String eventId, String amount, String currency, String account) {
        return new TransactionEvent(
                header(eventId, NOON.plusSeconds(eventId.hashCode() % 10)),
                Direction.OUT,
                new BigDecimal(amount),
                currency,
                new Counterparty(account, Counterparty.Kind.PERSONAL, null, null),
                null,
                null,
                Status.COMPLETED,
                null,
                new BigDecimal("900"),
                Session.UNKNOWN);
    }

    private static RuleSet ruleSet() {
        Map<String, String> files =
                new TreeMap<>(RuleFolder.read(Path.of("rules")).all());
        files.keySet().removeIf(path -> path.endsWith(".drl"));
        List<String> all = new ArrayList<>(CONDITIONS);
        all.add(NOTHING_ADDS_UP_TO_NOTHING);
        for (int i = 0; i < all.size(); i++) {
            files.put("general/own_" + i + ".drl", """
                    package general
                    rule "own %1$d"
                      @id(GEN-%2$d) @status(live) @points(20) @evidence(MONEY) @stage(PAYING)
                      @reason("%3$s") @reason_zh("自己") @ordinary("nothing to speak of, whatever the person does")
                    when
                    %3$s
                    then
                    end
                    """.formatted(i, 100 + i, all.get(i)));
        }
        RuleSetFactory.Made made = new RuleSetFactory().make(new RuleFiles(files));
        return Objects.requireNonNull(made.ruleSet(), () -> made.problems().toString());
    }
}
