package org.quanzu.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quanzu.testkit.Events.NOON;
import static org.quanzu.testkit.Events.header;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.quanzu.event.Counterparty;
import org.quanzu.event.Direction;
import org.quanzu.event.Event;
import org.quanzu.event.Session;
import org.quanzu.event.TransactionEvent;
import org.quanzu.event.TransactionEvent.Channel;
import org.quanzu.event.TransactionEvent.Purpose;
import org.quanzu.event.TransactionEvent.Status;
import org.quanzu.fact.Surroundings;
import org.quanzu.fact.Transaction;
import org.quanzu.profile.Profile;
import org.quanzu.rulefile.RuleFolder;
import org.quanzu.rules.RuleSetFactory;
import org.quanzu.scoring.Scoring.Scored;

class CurrencyTest {
    private static final String CONFIRMED = "SAMPLE-ACC-0001";
    private static final RuleSet RULE_SET = Objects.requireNonNull(
            new RuleSetFactory().make(RuleFolder.read(Path.of("rules"))).ruleSet());

    private Profile profile = Profile.empty("p-1");

    @Test
    void addsYenToYuanAtTheirWorth() {
        score(payment("t-1", "8600", "CNY", CONFIRMED));

        Assessment second = score(payment("t-2", "170000", "JPY", CONFIRMED));

        assertThat(second.amountAtRisk()).isEqualTo("16459.61");
        assertThat(second.notes()).isEmpty();
        assertThat(reason(second, "GEN-001"))
                .isEqualTo(new Text(
                        "Paid 7859.61 (170000 JPY) to an account confirmed as used for scams",
                        "向已核实的涉诈账户付款7859.61元（170000 JPY）"));
    }

    @Test
    void countsThirtyMillionDongAsWhatTheyAreWorth() {
        Assessment assessment = score(payment("t-1", "30000000", "VND", CONFIRMED));

        assertThat(assessment.amountAtRisk()).isEqualTo("8592.00");
    }

    @Test
    void addsNoMoneyOfUnknownWorthToAnythingAndSaysSo() {
        score(payment("t-1", "100", "CNY", CONFIRMED));

        Assessment assessment = score(payment("t-2", "30000000", "XOF", CONFIRMED));

        assertThat(assessment.amountAtRisk()).isEqualTo("100.00");
        assertThat(assessment.notes()).containsExactly("currencyWithoutRate");
        assertThat(assessment.level()).isEqualTo("RED");
        assertThat(reason(assessment, "GEN-001").en())
                .isEqualTo("Paid 30000000 XOF to an account confirmed as used for scams");
        assertThat(reason(assessment, "GEN-001").zh()).isEqualTo("向已核实的涉诈账户付款30000000 XOF");
    }

    @Test
    void keepsMoneyOfUnknownWorthOutOfHabitsAndMeans() {
        for (int i = 0; i < 6; i++) {
            score(payment("c-" + i, "100", "CNY", "friend"));
            score(payment("x-" + i, "90000", "XOF", "friend"));
        }

        Transaction last = fact(payment("t-1", "300", "CNY", "friend"));

        assertThat(last.getTimesUsual()).isEqualTo(3.0);
        assertThat(last.getTimesLargest()).isEqualTo(3.0);
        assertThat(last.getPayee().getTimesPaidBefore()).isEqualTo(12);
        assertThat(last.getPayee().getPaidBefore()).isEqualByComparingTo("600");
        assertThat(last.getPayee().getUsualAmount()).isEqualByComparingTo("100");
        assertThat(last.getPayee().getLastAmount()).isNull();
    }

    @Test
    void knowsTheShareOfABalanceInTheSameCurrency() {
        Transaction yen = fact(withBalance("170000", "JPY", "200000"));
        Transaction francs = fact(withBalance("170000", "XOF", "200000"));

        assertThat(yen.getShareOfBalance()).isEqualTo(0.85);
        assertThat(yen.getBalanceBefore()).isEqualTo("9246.60");
        assertThat(francs.getShareOfBalance()).isNull();
        assertThat(francs.getAmount()).isNull();
        assertThat(francs.getOriginalAmount()).isEqualByComparingTo("170000");
    }

    @Test
    void takesCodesAsBanksWriteThem() {
        assertThat(payment("t-1", "1", "rmb", CONFIRMED).currency()).isEqualTo("CNY");
        assertThat(payment("t-1", "1", "CNH", CONFIRMED).currency()).isEqualTo("CNY");
        assertThat(payment("t-1", "1", " usd", CONFIRMED).currency()).isEqualTo("USD");
    }

    @Test
    void seesEarlierPaymentsAnewWhenTheRatesChange() {
        score(payment("t-1", "1000", "XOF", CONFIRMED));
        RuleSet counting = RULE_SET.with(RULE_SET.watchlists().in("XOF"));

        profile = profile.seenWith(counting.watchlists());

        assertThat(((Transaction) profile.facts().get(0)).getAmount()).isEqualByComparingTo("1000");
    }

    private Assessment score(Event event) {
        Scored scored = Scoring.score(profile, event, Surroundings.UNKNOWN, RULE_SET);
        profile = scored.after();
        return scored.assessment();
    }

    private Transaction fact(TransactionEvent event) {
        score(event);
        List<?> facts = profile.facts();
        return (Transaction) facts.get(facts.size() - 1);
    }

    private static Text reason(Assessment assessment, String rule) {
        return assessment.reasons().stream()
                .filter(reason -> reason.rule().equals(rule))
                .findFirst()
                .orElseThrow()
                .text();
    }

    private TransactionEvent payment(String eventId, String amount, String currency, String account) {
        return event(eventId, amount, currency, account, null);
    }

    private TransactionEvent withBalance(String amount, String currency, String balance) {
        return event("t-1", amount, currency, CONFIRMED, new BigDecimal(balance));
    }

    private TransactionEvent event(
            String eventId, String amount, String currency, String account, BigDecimal balanceBefore) {
        return new TransactionEvent(
                header(eventId, NOON.plusMinutes(profile.facts().size())),
                Direction.OUT,
                new BigDecimal(amount),
                currency,
                new Counterparty(account, Counterparty.Kind.PERSONAL, null, null),
                Purpose.TRANSFER,
                Channel.MOBILE_APP,
                Status.ATTEMPTED,
                null,
                balanceBefore,
                Session.UNKNOWN);
    }
}
