package org.quanzu.console.board;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.quanzu.console.HomeMoney;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** A figure beside the one of the day before, in words: nobody can grow by a share of nothing. */
@Component
class Change {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private final MessageSource messages;
    private final HomeMoney money;

    Change(MessageSource messages, HomeMoney money) {
        this.messages = messages;
        this.money = money;
    }

    String of(int now, int before, Locale locale) {
        return say("board.change", locale, number(now), note(now, before, locale));
    }

    /** The comparison alone. */
    String note(int now, int before, Locale locale) {
        return note(BigDecimal.valueOf(now), BigDecimal.valueOf(before), number(before), locale);
    }

    String ofMoney(BigDecimal now, BigDecimal before, Locale locale) {
        return say("board.change", locale, money.whole(now), note(now, before, money.whole(before), locale));
    }

    static String number(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private String note(BigDecimal now, BigDecimal before, String shown, Locale locale) {
        if (before.signum() == 0) {
            return say("board.note.from-none", locale);
        }
        BigDecimal share = now.subtract(before).multiply(HUNDRED).divide(before, 1, RoundingMode.HALF_UP);
        String way = share.signum() == 0 ? "same" : share.signum() > 0 ? "up" : "down";
        return say(
                "board.note." + way,
                locale,
                shown,
                share.abs().stripTrailingZeros().toPlainString());
    }

    private String say(String key, Locale locale, Object... values) {
        return messages.getMessage(key, values, locale);
    }
}
