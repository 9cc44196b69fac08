package org.quanzu.console.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.quanzu.console.Language;
import org.quanzu.console.Rulebook;
import org.quanzu.console.Times;
import org.quanzu.desk.Case;
import org.quanzu.desk.timeline.Amount;
import org.quanzu.desk.timeline.Moment;
import org.quanzu.desk.timeline.Timeline;
import org.quanzu.profile.Bounds;
import org.quanzu.rules.RuleSets;
import org.quanzu.scoring.RuleSet;
import org.quanzu.scoring.Text;
import org.quanzu.testkit.FixedRuleSets;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.support.StaticMessageSource;

class CaseScriptsTest {
    private static final Text SCRIPT =
            new Text("Paid {payment.amount}, at risk {amountAtRisk}.", "付款{payment.amount}元，涉险{amountAtRisk}元。");
    private static final Instant AT = Instant.parse("2026-03-02T04:00:00Z");
    private static final Case CASE = new Case(
            "c-1",
            "p-1",
            Case.State.TAKEN,
            1,
            "RED",
            4,
            "loan",
            80,
            new BigDecimal("5000"),
            new Text("why", "为何"),
            "DESK",
            AT,
            AT,
            AT,
            1,
            false,
            null,
            null,
            false,
            0,
            0,
            AT,
            AT,
            false,
            4000,
            0,
            null,
            null,
            1);

    /** The fixed rules with a script for loans. */
    private static final class Scripted implements RuleSets {
        private final RuleSets fixed = new FixedRuleSets();

        @Override
        public RuleSet current() {
            RuleSet rules = fixed.current();
            return new RuleSet(
                    rules.version(),
                    rules.families(),
                    rules.rules(),
                    rules.scorecard(),
                    rules.levels(),
                    rules.actions(),
                    rules.practice(),
                    Map.of("loan", SCRIPT),
                    rules.watchlists(),
                    rules.evaluator(),
                    Bounds.STANDARD);
        }

        @Override
        public List<Version> versions() {
            return fixed.versions();
        }
    }

    private static String script(Language language, List<Moment> moments) {
        try (var context = new AnnotationConfigApplicationContext()) {
            context.registerBean("messageSource", StaticMessageSource.class, () -> {
                StaticMessageSource messages = new StaticMessageSource();
                messages.addMessage("moment", Language.EN.locale(), "HH:mm");
                messages.addMessage("moment", Language.ZH.locale(), "HH:mm");
                return messages;
            });
            context.registerBean(RuleSets.class, Scripted::new);
            context.register(Times.class, Rulebook.class, CaseScripts.class);
            context.refresh();
            return context.getBean(CaseScripts.class).of(CASE, new Timeline(moments, null), language);
        }
    }

    private static List<Moment> paid(Amount amount) {
        return List.of(new Moment(
                "t-1",
                "transaction",
                OffsetDateTime.parse("2026-03-02T12:00:00+08:00"),
                "OUT",
                "",
                new Moment.Money(amount, null, false),
                null,
                "acc",
                "RED",
                true,
                null));
    }

    @Test
    void saysAmountsWithTheirCurrency() {
        List<Moment> yuan = paid(new Amount(new BigDecimal("20"), "CNY", new BigDecimal("20"), "CNY"));

        assertThat(script(Language.EN, yuan)).isEqualTo("Paid 20.00 CNY, at risk 5000.00 CNY.");
        assertThat(script(Language.ZH, yuan)).isEqualTo("付款20.00元，涉险5000.00元。");
    }

    @Test
    void saysNoYuanBehindAnotherCurrency() {
        List<Moment> yen = paid(new Amount(new BigDecimal("170000"), "JPY", new BigDecimal("8109"), "CNY"));

        assertThat(script(Language.EN, yen)).isEqualTo("Paid 170000 JPY (8109.00 CNY), at risk 5000.00 CNY.");
        assertThat(script(Language.ZH, yen)).isEqualTo("付款170000 JPY（8109.00元），涉险5000.00元。");
    }

    @Test
    void leavesOutAnAmountNobodyKnows() {
        assertThat(script(Language.EN, List.of())).startsWith("Paid …,");
        assertThat(script(Language.ZH, List.of())).startsWith("付款…，");
    }
}
