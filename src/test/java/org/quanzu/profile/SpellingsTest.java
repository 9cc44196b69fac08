package org.quanzu.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quanzu.testkit.Events.NOON;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quanzu.event.AppActivityEvent;
import org.quanzu.event.CallEvent;
import org.quanzu.event.Direction;
import org.quanzu.event.Event;
import org.quanzu.fact.Acquaintance;
import org.quanzu.fact.AppActivity;
import org.quanzu.fact.Attributes;
import org.quanzu.fact.Call;
import org.quanzu.fact.Habits;
import org.quanzu.fact.Surroundings;
import org.quanzu.fact.Transaction;
import org.quanzu.rulefile.syntax.Problems;
import org.quanzu.rulefile.table.ListFile;
import org.quanzu.testkit.Events;
import org.quanzu.watchlist.ExchangeRates;
import org.quanzu.watchlist.NumberPlan;
import org.quanzu.watchlist.Watchlists;

class SpellingsTest {
    private static final String HEAD = "value,grade,reason,valid_from,valid_to\n";
    private static final Problems PROBLEMS = new Problems("list.csv");
    private static final Watchlists LISTS = new Watchlists(
            ListFile.readAccounts(HEAD + "SAMPLE-ACC-0001,CONFIRMED,x,,\n", PROBLEMS),
            ListFile.readNumbers(HEAD + "17000000001,CONFIRMED,x,,\n", NumberPlan.EMPTY, PROBLEMS),
            ListFile.readApps(HEAD + "Easy-Loan.sample.example,CONFIRMED,LOAN_SCAM,,\n", PROBLEMS),
            ListFile.readAccounts(HEAD + "SAMPLE TAX 01,CONFIRMED,x,,\n", PROBLEMS),
            NumberPlan.EMPTY,
            ExchangeRates.NONE);
    private static final Attributes TOLD = new Attributes(
            Set.of("6222000011112222"), Set.of("6222-0000-1111-3333"), Set.of(), Map.of("6222 4444", Long.MAX_VALUE));

    @ParameterizedTest
    @ValueSource(strings = {"6222 0000 1111 2222", "6222-0000-1111-2222", "６２２２0000１１１１2222", "\u202d6222000011112222"})
    void knowsAnOwnAccountInAnySpelling(String account) {
        assertThat(paid(account).getPayee().isOwn()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"SAMPLE-ACC-0001", "sample acc 0001", "SampleAcc0001", "ＳＡＭＰＬＥ－ＡＣＣ－0001"})
    void knowsAListedAccountInAnySpelling(String account) {
        assertThat(paid(account).getPayee().getListed()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"sampletax01, trusted", "6222000011113333, household", "6222-4444, verified"})
    void knowsOtherAccountsInAnySpelling(String account, String how) {
        assertThat(
                        switch (how) {
                            case "trusted" -> paid(account).getPayee().getTrusted();
                            case "household" -> paid(account).getPayee().getHousehold();
                            default -> paid(account).getPayee().getVerified();
                        })
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "N/A", "-1", "unknown", "6222****2222"})
    void knowsNothingOfAPayeeWhoseAccountIsAStandIn(String account) {
        assertThat(paid(account).getPayee().getAccount()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+86 170 0000 0001",
                "017000000001",
                "tel:+8617000000001",
                "sip:17000000001@ims.example",
                "１７０００００００0１"
            })
    void knowsAListedNumberInAnySpelling(String number) {
        Event call =
                new CallEvent(Events.header("c-1", NOON), "c-1", Direction.IN, number, true, 60, CallEvent.State.ENDED);

        assertThat(((Call) after(call).facts().get(0)).getNumber().isListed()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://www.easy-loan.sample.example/a", "EASY-LOAN.SAMPLE.EXAMPLE."})
    void knowsAListedDomainInAnySpelling(String subject) {
        Event visit =
                new AppActivityEvent(Events.header("a-1", NOON), AppActivityEvent.Kind.SITE_VISITED, subject, null);

        assertThat(((AppActivity) after(visit).facts().get(0)).getListed()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "anonymous", "N/A", "", "000000"})
    void neverFindsAWithheldNumberFamiliar(String number) {
        Event[] calls = new Event[5];
        for (int i = 0; i < calls.length; i++) {
            String id = "c-" + i;
            calls[i] = new CallEvent(
                    Events.header(id, NOON.minusDays(i)), id, Direction.IN, number, true, 60, CallEvent.State.ENDED);
        }
        Profile profile = Profile.empty("p-1");
        for (int i = calls.length - 1; i >= 0; i--) {
            profile = Update.of(profile, calls[i], Surroundings.UNKNOWN, LISTS).after();
        }

        assertThat(profile.facts()).allSatisfy(fact -> {
            assertThat(((Call) fact).getNumber().isHidden()).isTrue();
            assertThat(((Call) fact).getNumber().getTimesBefore()).isZero();
            assertThat(((Call) fact).getNumber().getFamiliar()).isFalse();
        });
    }

    @Test
    void joinsTheSpellingsThatOlderSnapshotsHave() {
        Acquaintance once = Acquaintance.NONE.met(false, NOON.toInstant().toEpochMilli(), 100);
        Past past = new Past(
                Map.of("6222 0000", once, "62220000", once, "N/A", once),
                Map.of("017000000001", once, "+8617000000001", once, "-1", once),
                Habits.NONE);
        Profile before = Profile.of(
                "p-1", Attributes.NONE, past, Set.of(), NOON.toInstant().toEpochMilli());

        Past read = SnapshotReader.read(SnapshotWriter.write(before), "p-1", Attributes.NONE, LISTS)
                .past();

        assertThat(read.accounts()).containsOnlyKeys("62220000");
        assertThat(read.accounts().get("62220000").times()).isEqualTo(2);
        assertThat(read.numbers()).containsOnlyKeys("+8617000000001");
    }

    private static Transaction paid(String account) {
        return (Transaction)
                after(Events.payment("t-1", NOON, "100", account)).facts().get(0);
    }

    private static Profile after(Event event) {
        return Update.of(Profile.empty("p-1").withAttributes(TOLD), event, Surroundings.UNKNOWN, LISTS)
                .after();
    }
}
