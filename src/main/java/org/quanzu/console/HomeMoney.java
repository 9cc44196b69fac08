package org.quanzu.console;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Money in the home currency, {@code quanzu.currency}, as the pages show it. */
@Component("money")
public class HomeMoney {
    private static final String CNY = "CNY";
    private static final int DECIMALS = 2;

    private final Currency currency;

    HomeMoney(Environment environment) {
        currency = Currency.getInstance(environment.getProperty("quanzu.currency", CNY));
    }

    /** What stands before an amount, like ¥ or €; the code and a blank where the currency has no sign of its own. */
    public String sign() {
        if (isYuan()) {
            return "¥";
        }
        String sign = currency.getSymbol(Locale.SIMPLIFIED_CHINESE);
        return sign.equals(currency.getCurrencyCode()) ? sign + "\u00a0" : sign;
    }

    /** An amount with the decimals of its currency, at most two, like ¥5,000.00. */
    public String of(BigDecimal amount) {
        return format(amount, Math.max(0, Math.min(DECIMALS, currency.getDefaultFractionDigits())));
    }

    /** An amount without decimals, like ¥5,000. */
    public String whole(BigDecimal amount) {
        return format(amount, 0);
    }

    /** What amounts are counted in, in words. */
    public String unit(Locale locale) {
        if (!isYuan()) {
            return currency.getCurrencyCode();
        }
        return locale.getLanguage().equals("zh") ? "元" : "yuan";
    }

    private boolean isYuan() {
        return currency.getCurrencyCode().equals(CNY);
    }

    private String format(BigDecimal amount, int decimals) {
        return sign() + String.format(Locale.ROOT, "%,." + decimals + "f", amount);
    }
}
