package org.quanzu.rulefile.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.quanzu.rulefile.syntax.Problems;
import org.quanzu.watchlist.Listing;
import org.quanzu.watchlist.NumberKind;
import org.quanzu.watchlist.NumberPlan;
import org.quanzu.watchlist.Watchlist;

/** Reads the files in {@code lists/}. A day in valid_from and valid_to is a whole day in UTC+8. */
public final class ListFile {
    private static final List<String> COLUMNS = List.of("value", "grade", "reason", "valid_from", "valid_to");
    private static final List<String> GRADES = List.of("CONFIRMED", "REPORTED", "SUSPECTED");
    private static final Pattern PREFIX = Pattern.compile("\\d{2,12}");
    private static final Pattern EVERY_MOBILE = Pattern.compile("1[3-9]|86|00");
    private static final Pattern CODE = Pattern.compile("\\d{3,12}");

    private ListFile() {}

    /** Accounts and trusted payees: in the one form of accounts. */
    public static Watchlist readAccounts(String text, Problems problems) {
        return read(text, problems, ListedValue::account);
    }

    /** Apps: in the one form of app ids and domains. */
    public static Watchlist readApps(String text, Problems problems) {
        return read(text, problems, ListedValue::app);
    }

    /** Numbers: in the one form {@code plan} gives them. */
    public static Watchlist readNumbers(String text, NumberPlan plan, Problems problems) {
        return read(text, problems, row -> ListedValue.number(row, plan));
    }

    private static Watchlist read(String text, Problems problems, Function<Row, @Nullable String> form) {
        Map<String, List<Listing>> listings = new HashMap<>();
        Map<String, Row> first = new HashMap<>();
        for (Row row : Table.read(text, COLUMNS, problems)) {
            String value = form.apply(row);
            String grade = row.word("grade", GRADES);
            Listing listing = new Listing(
                    grade == null ? "" : grade, row.text("reason"), row.time("valid_from", 0), row.time("valid_to", 1));
            check(row, listing);
            if (value != null) {
                sameWrittenOtherwise(row, first.putIfAbsent(value, row));
                listings.computeIfAbsent(value, key -> new ArrayList<>()).add(listing);
            }
        }
        return new Watchlist(listings);
    }

    private static void sameWrittenOtherwise(Row row, @Nullable Row before) {
        String value = row.text("value");
        if (before != null && !before.text("value").equals(value)) {
            row.warning(
                    "value",
                    "value is \"" + value + "\", the same as in line " + before.line() + " but written otherwise",
                    "write it the same way, or remove one of the rows");
        }
    }

    private static void check(Row row, Listing listing) {
        if (listing.validFrom() != null
                && listing.validTo() != null
                && !listing.validFrom().isBefore(listing.validTo())) {
            row.error("valid_to lies before valid_from", "exchange the two");
        }
    }

    /** {@code number_kinds.csv}: prefixes and whole official codes. */
    public static NumberPlan readKinds(String text, Problems problems) {
        Map<String, NumberKind> prefixes = new HashMap<>();
        Set<String> officialCodes = new HashSet<>();
        for (Row row : Table.read(text, COLUMNS, problems)) {
            String value = row.required("value");
            NumberKind kind = row.word("grade", NumberKind.class);
            checkKind(row, value, kind == NumberKind.OFFICIAL);
            if (!row.text("valid_to").isEmpty()) {
                row.warning("valid_to is not used for kinds of numbers", "remove the row when it no longer holds");
            }
            if (kind == NumberKind.OFFICIAL) {
                officialCodes.add(value);
            } else if (kind != null && prefixes.putIfAbsent(value, kind) != null) {
                row.error("the prefix " + value + " stands twice", "remove one of them");
            }
        }
        return new NumberPlan(prefixes, officialCodes);
    }

    private static void checkKind(Row row, String value, boolean official) {
        boolean shaped = (official ? CODE : PREFIX).matcher(value).matches();
        if (!value.isEmpty() && !shaped) {
            String advice = official
                    ? "write the whole code, at least three digits, like 96110"
                    : "write the digits a number begins with, at least two, like 170";
            row.error("value", "value is \"" + value + "\"", advice);
        } else if (EVERY_MOBILE.matcher(value).matches()) {
            row.error("value", "the prefix " + value + " covers far too many numbers", "write a longer one, like 170");
        }
    }
}
