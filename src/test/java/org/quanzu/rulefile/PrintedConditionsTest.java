package org.quanzu.rulefile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintedConditionsTest {
    private static final String KNOWN = "org.quanzu.rulefile.Known.";

    @Test
    void printsTheRuleOfTheDesign() {
        String printed = RuleTexts.read(RuleTexts.LOAN_004).conditions(3);

        assertThat(printed).isEqualTo("""
                        $now_ : Now()
                        $call : Call( incoming == true, answered == true, number.overseas == true, \
                        number.familiar == false, minutes >= 3 )
                        $payment : Transaction( outgoing == true, payee.personal == true, payee.familiar == false, \
                        amount >= 500, amount <= 20000, startsAfter($call, 0L, 7200000L), $now_.permits(3) )""");
    }

    @Test
    void usesTheRulesOwnNowWhenItComesFirst() {
        String printed = RuleTexts.printed("$now : Now( ) Call( ) not Message( )");

        assertThat(printed).isEqualTo("$now : Now(  )\n$fact_1 : Call(  )\nnot( Message( $now.permits(7) ) )");
    }

    @Test
    void asksForNoPermissionWithASingleFact() {
        assertThat(RuleTexts.printed("Now( ) $c : Call( incoming )"))
                .isEqualTo("$fact_1 : Now(  )\n$c : Call( incoming == true )");
    }

    @Test
    void bindsWhatIsEvidenceInEveryAlternative() {
        CheckedRule rule = RuleTexts.rule("( Call( ) or Message( ) and $t : Transaction( ) )");

        assertThat(rule.evidence()).containsExactly("$fact_1", "$fact_2", "$t");
        assertThat(rule.conditions(0))
                .isEqualTo("$now_ : Now()\n( $fact_1 : Call(  ) or ( $fact_2 : Message( $now_.permits(0) ) and "
                        + "$t : Transaction( $now_.permits(0) ) ) )");
    }

    @Test
    void collectsTheEvidenceInsideAnAccumulate() {
        CheckedRule rule = RuleTexts.rule("accumulate( Transaction( ) ; $n : count(1) ; $n >= 3 )");

        assertThat(rule.evidence()).containsExactly("$evidence_2");
        assertThat(rule.conditions(1))
                .isEqualTo("( accumulate( $source_1 : Transaction(  ) ; $n : count(1), "
                        + "$evidence_2 : collectList($source_1) ) "
                        + "and eval( " + KNOWN + "atLeast($n, 3L) ) )");
    }

    @Test
    void printsBothSpellingsOfNumbersAndListsAsAccumulate() {
        assertThat(RuleTexts.printed("$n : Number( intValue >= 3 ) from accumulate( $t : Transaction( ), count(1) )"))
                .isEqualTo("( accumulate( $t : Transaction(  ) ; $n : count(1), $evidence_1 : collectList($t) ) "
                        + "and eval( " + KNOWN + "atLeast($n, 3L) ) )");
        assertThat(RuleTexts.printed("$l : List( size >= 3 ) from collect( $t : Transaction( ) )"))
                .isEqualTo("( accumulate( $t : Transaction(  ) ; $size_1 : count(1), $l : collectList($t), "
                        + "$evidence_1 : collectList($t) ) and eval( " + KNOWN + "atLeast($size_1, 3L) ) )");
    }

    @Test
    void saysForAllByNot() {
        assertThat(RuleTexts.printed("$c : Call( ) forall( Transaction( completed ) )"))
                .endsWith("not( ( $all_1 : Transaction( $now_.permits(7) ) and "
                        + "not( Transaction( this == $all_1, completed == true, $now_.permits(7) ) ) ) )");
    }

    @Test
    void makesNeitherAComparisonNorItsOppositeHoldOfTheUnknown() {
        assertThat(constraint("!payee.familiar")).isEqualTo("payee.familiar == false");
        assertThat(constraint("!(amount < 3)")).isEqualTo("amount >= 3");
        assertThat(constraint("!(payee.timesBefore < 3 || screenShared)"))
                .isEqualTo("payee.timesBefore >= 3, screenShared == false");
        assertThat(constraint("!(payee.timesBefore < 3 && screenShared)"))
                .isEqualTo("(payee.timesBefore >= 3 || screenShared == false)");
        assertThat(constraint("purpose != \"REFUND\"")).isEqualTo("purpose != null, purpose != \"REFUND\"");
        assertThat(constraint("status != \"FAILED\"")).isEqualTo("status != \"FAILED\"");
        assertThat(constraint("purpose not in (\"REFUND\")")).isEqualTo("purpose != null, purpose not in (\"REFUND\")");
        assertThat(constraint("memo not matches \"a\""))
                .isEqualTo("memo != null, !org.quanzu.rulefile.LinearRegex.matches(getMemo(), \"a\")");
        assertThat(constraint("memo not contains \"a\""))
                .isEqualTo("memo != null, !" + KNOWN + "contains(getMemo(), \"a\")");
        assertThat(constraint("payee.familiar != true")).isEqualTo(KNOWN + "different(getPayee().getFamiliar(), true)");
        assertThat(constraint("!(purpose == null)")).isEqualTo("purpose != null");
        assertThat(constraint("memo != \"x\" || failed"))
                .isEqualTo("((memo != null && memo != \"x\") || failed == true)");
    }

    @Test
    void comparesAndCalculatesExactlyWhereTheEngineWouldNot() {
        assertThat(constraint("amount * 2 <= payee.usualAmount"))
                .isEqualTo(KNOWN + "atMost(" + KNOWN + "times(getAmount(), 2L), getPayee().getUsualAmount())");
        assertThat(constraint("shareOfBalance >= 0.80")).isEqualTo(KNOWN + "atLeast(getShareOfBalance(), 0.8)");
        assertThat(constraint("amount == 500")).isEqualTo(KNOWN + "same(getAmount(), 500L)");
        assertThat(constraint("500 < amount")).isEqualTo(KNOWN + "less(500L, getAmount())");
        assertThat(constraint("amount >= 5000000000")).isEqualTo(KNOWN + "atLeast(getAmount(), 5000000000L)");
    }

    @Test
    void requiresBothSidesToBeKnownWhenFactsAreCompared() {
        assertThat(RuleTexts.printed("$a : Transaction( ) $b : Transaction( payee.account == $a.payee.account )"))
                .contains("payee.account != null, " + KNOWN
                        + "isKnown($a.getPayee().getAccount()), payee.account == $a.payee.account, $now_");
    }

    @Test
    void escapesTextsSoThatTheyStayTexts() {
        assertThat(constraint("memo == \"a\\\"b\\\\\"")).isEqualTo("memo == \"a\\\"b\\\\\"");
        assertThat(constraint("memo == 'it\"s'")).isEqualTo("memo == \"it\\\"s\"");
    }

    @Test
    void printsTimeInMilliseconds() {
        assertThat(RuleTexts.printed("$c : Call( ) Message( this before[-1h30m, 2d] $c || this after $c )"))
                .contains("(startsBefore($c, -5400000L, 172800000L) || startsAfter($c, 1L, 9223372036854775807L))");
    }

    @Test
    void cutsConditionsOffStepByStep() {
        CheckedRule rule = RuleTexts.rule("$c : Call( incoming,\n  minutes >= 3 )\nnot Message( link )");

        assertThat(rule.steps())
                .containsExactly(
                        new Step(5, 1, "$c : Call"),
                        new Step(5, 12, "incoming"),
                        new Step(6, 3, "minutes >= 3"),
                        new Step(7, 1, "not Message( link )"));
        assertThat(rule.conditions(0, 1)).isEqualTo("$c : Call(  )");
        assertThat(rule.conditions(0, 2)).isEqualTo("$c : Call( incoming == true )");
        assertThat(rule.conditions(0, 3)).isEqualTo("$c : Call( incoming == true, minutes >= 3 )");
        assertThat(rule.conditions(0, 4)).isEqualTo(rule.conditions(0));
    }

    private static String constraint(String constraint) {
        String printed = RuleTexts.printed("$t : Transaction( " + constraint + " )");
        return printed.substring("$t : Transaction( ".length(), printed.length() - " )".length());
    }

    @Test
    void bringsWordsOfAMemoIntoTheFormOfTheMemo() {
        String printed = RuleTexts.printed(
                "Now( ) Transaction( memo matches \".*(貸款|解 凍).*\", memo != \"帳戶\", memo in (\"佣 金\"), memo contains \"刷單\" )");

        assertThat(printed)
                .contains("\".*(贷款|解冻).*\"", "\"账户\"", "\"佣金\"", "\"刷单\"")
                .doesNotContain("貸", "凍", "帳", "單");
    }

    @Test
    void bringsAppsAndDomainsIntoTheFormOfTheSubject() {
        String printed = RuleTexts.printed(
                "Now( ) AppActivity( subject == \"https://www.Loan.example/\", subject matches \".*Loan.*\", subject contains \"LOAN\" )");

        assertThat(printed).contains("\"loan.example\"", "\"(?i).*Loan.*\"", "\"loan\"");
    }
}
