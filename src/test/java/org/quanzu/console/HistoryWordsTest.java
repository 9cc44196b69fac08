package org.quanzu.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quanzu.desk.HistoryLine;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.mock.env.MockEnvironment;

class HistoryWordsTest {
    private final HistoryWords words = words();

    private static HistoryWords words() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        Rulebook rulebook = new Rulebook(new ConsoleServer().ruleSets());
        return new HistoryWords(messages, rulebook, new Times(messages, new MockEnvironment()));
    }

    private String say(Language language, String what, String detail) {
        return words.detail(new HistoryLine(1, Instant.EPOCH, "quanzu", what, detail), language);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "OPENED         | RED                            | Urgent                                  | 紧急",
                "RETURNED       | REATTEMPT                      | New payment after closing               | 结案后再次付款",
                "ATTEMPTED      | VOICE BUSY                     | Phone · Busy                            | 电话 · 占线",
                "CLOSED         | UNFOUND NOT_ESTABLISHED        | Definitely not found · Not established: the person cannot be found | 确实找不到 · 未能核实（找不到本人）",
                "PUT_OFF        | 2026-03-02T05:03:00Z           | until 2 Mar 13:03:00                    | 至3月2日 13:03:00",
                "LEVEL_LOWERED  | RED YELLOW: spoke: to the son  | Urgent → Medium risk · spoke: to the son | 紧急 → 中危 · spoke: to the son",
                "ESCALATED      | DESK STATION OVERDUE           | Desk → Police station · deadline passed | 劝阻中心 → 派出所 · 已过时限",
                "ESCALATED      | A STATION NOBODY_ON_SHIFT DESK B | A → Police station · nobody on shift there · nobody on shift at Desk and B either | A → 派出所 · 该处无人当班 · 劝阻中心和B亦无人当班",
                "ESCALATED      | DESK STATION                   | Desk → Police station                   | 劝阻中心 → 派出所",
                "OFFERED        | STATION: lives there           | Police station · lives there            | 派出所 · lives there",
                "OFFERED        | li: speaks the dialect         | li · speaks the dialect                 | li · speaks the dialect",
                "ORDERED        | STOP_PAYMENT                   | Stop-payment                            | 止付",
                "ORDER_DECIDED  | STOP_PAYMENT CARRIED_OUT: asked the bank | Stop-payment · Carried out · asked the bank | 止付 · 已执行 · asked the bank",
                "HANDED_BACK    | end of shift                   | end of shift                            | end of shift",
                "ATTEMPTED      | FAX                            | FAX                                     | FAX",
                "PUT_OFF        | soon                           | soon                                    | soon"
            })
    void saysWordsForCodes(String what, String detail, String english, String chinese) {
        assertThat(say(Language.EN, what, detail)).isEqualTo(english);
        assertThat(say(Language.ZH, what, detail)).isEqualTo(chinese);
    }
}
