package org.quanzu.rulefile.table;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.quanzu.canonical.AccountForm;
import org.quanzu.canonical.DomainForm;
import org.quanzu.watchlist.NumberKind;
import org.quanzu.watchlist.NumberPlan;
import org.quanzu.watchlist.PhoneNumber;

/** The value of a row of a list, refused where a spreadsheet damaged it or where it stands for no single one. */
final class ListedValue {
    private static final String COLUMN = "value";
    private static final Pattern EXPONENT = Pattern.compile("[+-]?\\d+([.,]\\d+)?[eE][+-]?\\d+");
    private static final Pattern DECIMAL = Pattern.compile("\\d{5,}[.,]\\d{1,2}");
    private static final Pattern QUOTED = Pattern.compile("^=|[\"'`\u2018\u2019\u201c\u201d]");
    private static final Pattern WILD = Pattern.compile("[*%?]|\\.\\.\\.|…");
    private static final Pattern ROUNDED = Pattern.compile("\\d{15}0{3,4}");
    private static final int SHORTEST = 3;

    private ListedValue() {}

    /** The account in its one form, or null after a problem was reported. */
    static @Nullable String account(Row row) {
        String written = row.required(COLUMN);
        String form = isDamaged(row, written, true) ? null : usable(row, AccountForm.of(written));
        if (form != null && ROUNDED.matcher(form).matches()) {
            row.warning(
                    COLUMN,
                    "value is \"" + written + "\", which ends in zeros as after 15 digits in a spreadsheet",
                    "enter it again with the column formatted as text");
        }
        return form;
    }

    /** The app id or domain in its one form, or null after a problem was reported. */
    static @Nullable String app(Row row) {
        String written = row.required(COLUMN);
        return isDamaged(row, written, false) ? null : usable(row, DomainForm.of(written));
    }

    /** The number as {@code plan} reads it, or null after a problem was reported. */
    static @Nullable String number(Row row, NumberPlan plan) {
        String written = row.required(COLUMN);
        if (isDamaged(row, written, true)) {
            return null;
        }
        PhoneNumber number = plan.read(written);
        if (number.value().isEmpty() && !written.isEmpty()) {
            row.error(COLUMN, "value is \"" + written + "\"", "write the number with digits, like +85251000001");
            return null;
        }
        if (number.kind() == NumberKind.OVERSEAS
                && written.chars().allMatch(Character::isDigit)
                && !written.startsWith("00")) {
            row.warning(
                    COLUMN,
                    "value is \"" + written + "\", read as " + number.value(),
                    "write the plus; a spreadsheet takes it away unless the column is formatted as text");
        }
        return usable(row, number.value());
    }

    private static @Nullable String usable(Row row, @Nullable String form) {
        if (form != null && form.codePointCount(0, form.length()) >= SHORTEST) {
            return form;
        }
        if (!row.text(COLUMN).isEmpty()) {
            row.error(
                    COLUMN,
                    "value is \"" + row.text(COLUMN) + "\", which is too short or stands for no value",
                    "write the whole value, or remove the row");
        }
        return null;
    }

    private static boolean isDamaged(Row row, String written, boolean digits) {
        String advice = "format the column as text and enter the value again";
        if (digits
                && (EXPONENT.matcher(written).matches()
                        || DECIMAL.matcher(written).matches())) {
            row.error(COLUMN, "value is \"" + written + "\": a spreadsheet made a number of it", advice);
        } else if (QUOTED.matcher(written).find()) {
            row.error(COLUMN, "value is \"" + written + "\", with a quotation mark or an equals sign in it", advice);
        } else if (written.indexOf('#') >= 0) {
            row.error(COLUMN, "value is \"" + written + "\", as a spreadsheet shows what it cannot", advice);
        } else if (WILD.matcher(written).find() && written.indexOf("://") < 0) {
            String whole = "write one whole value in each row; lists have no patterns";
            row.error(COLUMN, "value is \"" + written + "\", which stands for many", whole);
        } else {
            return false;
        }
        return true;
    }
}
