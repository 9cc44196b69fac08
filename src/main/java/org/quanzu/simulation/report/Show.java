package org.quanzu.simulation.report;

import java.text.NumberFormat;
import java.util.Locale;
import org.quanzu.simulation.run.Share;

/** Figures as a page shows them, in one language. */
public final class Show {
    private static final int HOUR = 60;
    private static final int TWO_DAYS = 2 * 24 * HOUR;
    private final Locale language;

    Show(Locale language) {
        this.language = language;
    }

    public boolean isChinese() {
        return language.getLanguage().equals(Locale.CHINESE.getLanguage());
    }

    public String name(String en, String zh) {
        return isChinese() ? zh : en;
    }

    /** A share of something with its interval; a dash where there is nothing to take a share of. */
    public String share(Share share) {
        return share.all() == 0 ? "–" : interval(share.share(), share.low(), share.high());
    }

    public String precision(Precision of) {
        return of.right() + of.wrong() == 0 ? "–" : interval(of.share(), of.low(), of.high());
    }

    private String interval(double share, double low, double high) {
        return percent(share) + " (" + number(low * 100, 1) + "–" + number(high * 100, 1) + ")";
    }

    public String percent(double share) {
        return number(share * 100, share > 0 && share < 0.01 ? 2 : 1) + " %";
    }

    public String rate(Rate rate) {
        return number(rate.perThousand(), 2) + " (" + number(rate.low(), 2) + "–" + number(rate.high(), 2) + ")";
    }

    /** The family of a goal, with a colon before it; nothing where it is about all of them. */
    public String group(Goal goal, Report report) {
        return report.views().stream()
                .flatMap(view -> view.detection().families().stream())
                .map(Detection::name)
                .filter(name -> name.code().equals(goal.group()))
                .findFirst()
                .map(name -> ": " + name(name.en(), name.zh()))
                .orElse("");
    }

    public String goal(Goal goal, double value) {
        return goal.code().equals("holds") ? number(value, 0) : goal.atLeast() ? percent(value) : number(value, 2);
    }

    public String minutes(double minutes) {
        if (minutes < HOUR) {
            return number(minutes, minutes < 10 ? 1 : 0) + " min";
        }
        return minutes < TWO_DAYS ? number(minutes / HOUR, 1) + " h" : number(minutes / HOUR / 24, 1) + " d";
    }

    public String count(long count) {
        return number(count, 0);
    }

    public String money(double amount) {
        return "¥" + number(amount, 0);
    }

    public String number(double value, int digits) {
        NumberFormat format = NumberFormat.getInstance(language);
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format.format(value);
    }
}
