package org.quanzu.rulefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RejectedRangesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Transaction( amount >= 5000, amount <= 500 )",
                "Transaction( amount >= 5000 && amount <= 500 )",
                "Transaction( 5000 <= amount, 500 >= amount )",
                "Transaction( amount > 500, amount < 500 )",
                "Transaction( amount >= 500, amount < 500 )",
                "Transaction( amount >= 2 * 1000, amount <= 500 + 1 )",
                "Transaction( amount == 100, amount > 200 )",
                "Transaction( amount in ( 100, 200 ), amount > 200.5 )",
                "Transaction( channel == \"ATM\", channel == \"WEB\" )",
                "Transaction( channel == \"ATM\", channel in ( \"WEB\", \"QR\" ) )",
                "Transaction( outgoing, !outgoing )",
                "Transaction( amount >= 5000, outgoing || amount <= 500 )",
                "$c : Call( ) Transaction( this after[0m, 1h] $c, this after[2h, 3h] $c )",
                "accumulate( $p : Transaction( ) ; $n : count(1) ; $n >= 5, $n <= 3 )"
            })
    void refusesConstraintsThatNeverHoldTogether(String conditions) {
        assertRefused(conditions, "never holds together");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Transaction( amount >= 500, amount <= 500 )",
                "Transaction( amount >= 500 || amount <= 100 )",
                "Transaction( amount >= 500, outgoing || amount <= 600 )",
                "Transaction( amount > 500 ) Transaction( amount < 100 )",
                "Transaction( payee.personal, !payee.familiar, amount != 5, amount == 6 )",
                "$now : Now( ) Transaction( this before[0m, 60d] $now )",
                "$now : Now( ) Call( this before[0m, 7d] $now )",
                "$c : Call( ) Transaction( this after[0m, 7d] $c )",
                "$c : Transaction( ) Call( this after[0m, 60d] $c )"
            })
    void takesConstraintsThatCanHold(String conditions) {
        assertThat(RuleTexts.problems(RuleTexts.withConditions(conditions))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$now : Now( ) Transaction( this before[0m, 61d] $now )",
                "$now : Now( ) Call( this before[0m, 8d] $now )",
                "$now : Now( ) Message( this before[1h, 169h] $now )",
                "$now : Now( ) AppActivity( this before[0m, 30d] $now )",
                "$now : Now( ) Transaction( outgoing || this before[0m, 90d] $now )",
                "$c : Call( ) Transaction( this after[0m, 30d] $c )",
                "$p : Transaction( ) $now : Now( ) not Call( this before[0m, 8d] $now )",
                "$now : Now( ) accumulate( $m : Message( this before[0m, 8d] $now ) ; $n : count(1) ; $n >= 5 )"
            })
    void refusesWindowsBeyondWhatIsKept(String conditions) {
        assertRefused(conditions, "looks further back than the ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"amount >= 100 / 0", "amount >= 100 % 0", "amount * 2 >= 100 / (1 - 1)", "amount / 0 > 1"})
    void refusesDivisionsByZero(String constraint) {
        assertRefused("Transaction( " + constraint + " )", "a division by 0 is unknown");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Transaction( purpose matches \"LOAN_DRAWDWN\" )",
                "Transaction( purpose matches \"gold.*\" )",
                "Transaction( memo matches \"(a{100}){100}\" )"
            })
    void refusesRegularExpressionsThatMatchNothingOrAreTooLarge(String conditions) {
        assertThat(RuleTexts.problems(RuleTexts.withConditions(conditions)))
                .filteredOn(Problem::isError)
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            Message( themes contains "LOTTRY" )               | "themes" is never "LOTTRY"                     | use one of BANK_NOTICE, CREDIT_REPAIR
            Message( themes contains "LOAN_OFER" )            | "themes" is never "LOAN_OFER"                  | you meant LOAN_OFFER
            Message( themes contains "loan_offer" )           | "themes" is never "loan_offer"                 | you meant LOAN_OFFER
            Message( themes not contains "LOTTRY" )           | "themes" is never "LOTTRY"                     |
            Message( incoming ) not Message( themes contains "X" ) | "themes" is never "X"                     |
            Message( channel == "MAIL" )                      | "channel" is never "MAIL"                      | use one of CHAT, FLASH, SMS
            Message( channel contains "MAIL" )                | "channel" never contains "MAIL"                |
            Message( $c : channel, $c == "MAIL" )             | "channel" is never "MAIL"                      |
            Message( sender.kind != "FOREIGN" )               | "kind" is never "FOREIGN"                      |
            Message( sender.grade == "confirmed" )            | "grade" is never "confirmed"                   | you meant CONFIRMED
            Transaction( currency == "RMB" )                  | "currency" is never "RMB"                      | write it as in currency == "CNY"
            Transaction( currency not in ( "CNY", "usd" ) )   | "currency" is never "usd"                      | write it as in currency == "CNY"
            Transaction( currency matches "X.{3}" )           | matches none of the words there are            |
            Transaction( purpose in ( "REFUND", "LOAN" ) )    | "purpose" is never "LOAN"                      |
            Transaction( payee.grade == "SURE" )              | "grade" is never "SURE"                        |
            Transaction( status == "DONE" )                   | "status" is never "DONE"                       |
            AppActivity( kind == "CLOSED" )                   | "kind" is never "CLOSED"                       |
            $t : Transaction( ) Message( channel == $t.channel )       | "channel" and "channel" have no word in common |
            $t : Transaction( ) Message( themes contains $t.channel )  | "themes" and "channel" have no word in common  |
            """)
    void refusesWordsThatCannotOccur(String conditions, String message, String advice) {
        assertRefused(conditions, message);
        assertRefused(conditions, Objects.requireNonNullElse(advice, "Maybe "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Message( themes contains \"LOAN_OFFER\", channel contains \"S\" )",
                "Transaction( currency == \"JPY\" || currency == \"CNY\" )",
                "$t : Transaction( ) Message( themes contains $t.purpose )",
                "$t : Transaction( ) Transaction( channel == $t.channel )"
            })
    void takesWordsThatCanOccur(String conditions) {
        assertThat(RuleTexts.problems(RuleTexts.withConditions(conditions))).isEmpty();
    }

    private static void assertRefused(String conditions, String message) {
        assertThat(RuleTexts.problems(RuleTexts.withConditions(conditions))).anySatisfy(problem -> {
            assertThat(problem.isError()).isTrue();
            assertThat(problem.line()).isEqualTo(5);
            assertThat(problem.message()).contains(message, "\nMaybe ");
        });
    }
}
