package org.quanzu.outreach;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quanzu.outreach.ContactRules.Act;

class ContactRulesTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Set<String> URGENT = Set.of("RED", "ORANGE");
    private final ContactRules rules = rules("21:00", "08:00");

    private static ContactRules rules(String from, String until) {
        return new ContactRules(3, LocalTime.parse(from), LocalTime.parse(until), SHANGHAI, URGENT);
    }

    private static Instant at(String time) {
        return Instant.parse("2026-07-0" + time + ":00+08:00");
    }

    @ParameterizedTest
    @CsvSource({"1T07:59, WAIT, 1T08:00", "1T08:00, SEND, 1T08:00", "1T20:59, SEND, 1T20:59", "1T21:00, WAIT, 2T08:00"})
    void letsTheNightPass(String now, Act act, String then) {
        var verdict = rules.judge("YELLOW", at(now), 0);

        assertThat(verdict).isEqualTo(new ContactRules.Verdict(act, at(then)));
    }

    @ParameterizedTest
    @CsvSource({"1T12:59, SEND, 1T12:59", "1T13:00, WAIT, 1T15:00", "1T15:00, SEND, 1T15:00"})
    void letsARestWithinTheDayPass(String now, Act act, String then) {
        var verdict = rules("13:00", "15:00").judge("BLUE", at(now), 0);

        assertThat(verdict).isEqualTo(new ContactRules.Verdict(act, at(then)));
    }

    @Test
    void knowsDaysWithoutANight() {
        assertThat(rules("00:00", "00:00").judge("BLUE", at("1T00:00"), 0).act())
                .isEqualTo(Act.SEND);
    }

    @ParameterizedTest
    @CsvSource({"RED, SEND", "ORANGE, SEND", "YELLOW, WAIT", "BLUE, WAIT"})
    void wakesAPersonForTheHighestLevelsOnly(String level, Act act) {
        assertThat(rules.judge(level, at("1T03:00"), 0).act()).isEqualTo(act);
    }

    @ParameterizedTest
    @CsvSource({"RED, 2, SEND", "RED, 3, WITHHOLD", "BLUE, 3, WITHHOLD"})
    void capsTheMessagesOfADayAtEveryLevel(String level, int today, Act act) {
        assertThat(rules.judge(level, at("1T12:00"), today).act()).isEqualTo(act);
    }

    @Test
    void countsADayFromMidnightWhereThePersonLives() {
        assertThat(rules.dayBegan(at("1T00:30"))).isEqualTo(at("1T00:00"));
        assertThat(rules.dayBegan(at("1T23:59"))).isEqualTo(at("1T00:00"));
    }
}
