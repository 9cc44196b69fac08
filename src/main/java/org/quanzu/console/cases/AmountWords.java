package org.quanzu.console.cases;

import java.math.BigDecimal;
import java.util.Locale;
import org.quanzu.desk.timeline.Amount;
import org.quanzu.scoring.Text;

/** Money in words: as it was paid, with what it is worth in the home currency where it was paid in another one. */
public final class AmountWords {
    private static final String CNY = " CNY";

    private AmountWords() {}

    /** Like 5000.00 CNY, 170000 JPY (7990.00 CNY) or 300 XAU (no exchange rate). */
    public static Text of(Amount amount) {
        Text paid = original(amount);
        if (!amount.isForeign()) {
            return paid;
        }
        Amount worth = amount.worth();
        Text home = worth == null ? new Text("no exchange rate", "无汇率") : original(worth);
        return new Text(paid.en() + " (" + home.en() + ")", paid.zh() + "（" + home.zh() + "）");
    }

    private static Text original(Amount amount) {
        String text = amount.original();
        return new Text(text, amount.isYuan() ? text.replace(CNY, "元") : text);
    }

    /** Like {@link #of}, but yuan that are the home currency as ¥5,000.00. */
    public static Text brief(Amount amount) {
        if (amount.isForeign() || !amount.isYuan()) {
            return of(amount);
        }
        String yuan = yuan(amount.value());
        return new Text(yuan, yuan);
    }

    private static String yuan(BigDecimal amount) {
        return String.format(Locale.ROOT, "¥%,.2f", amount);
    }
}
