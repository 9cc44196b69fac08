package org.quanzu.rulefile.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.quanzu.canonical.AccountForm;
import org.quanzu.canonical.DomainForm;
import org.quanzu.rulefile.syntax.Problems;
import org.quanzu.watchlist.Listing;
import org.quanzu.watchlist.NumberKind;
import org.quanzu.watchlist.NumberPlan;
import org.quanzu.watchlist.Watchlist;

/** Reads the files in {@code lists/}. A day in valid_from and valid_to is a whole day in UTC+8. */
public final class ListFile {
    private static final List<String> COLUMNS = List.of("value", "grade", "reason", "valid_from", "valid_to");
    private static final List<String> GRADES = List.of("CONFIRMED", "REPORTED", "SUSPECTED");
    private static final Pattern PREFIX = Pattern.compile("\\+?\\d{1,12}");

    private ListFile() {}

    /** Accounts and trusted payees: in the one form of accounts. */
    public static Watchlist readAccounts(String text, Problems problems) {
        return read(text, problems, value -> Objects.requireNonNullElse(AccountForm.of(value), ""));
    }

    /** Apps: in the one form of app ids and domains. */
    public static Watchlist readApps(String text, Problems problems) {
        return read(text, problems, value -> Objects.requireNonNullElse(DomainForm.of(value), ""));
    }

    /** Numbers: in the one spelling {@code plan} gives them. */
    public static Watchlist readNumbers(String text, NumberPlan plan, Problems problems) {
        return read(text, problems, value -> plan.read(value).value());
    }

    private static Watchlist read(String text, Problems problems, UnaryOperator<String> spelling) {
        Map<String, List<Listing>> listings = new HashMap<>();
        for (Row row : Table.read(text, COLUMNS, problems)) {
            String written = row.required("value");
            String value = spelling.apply(written);
            if (value.isEmpty() && !written.isEmpty()) {
                row.error("value is \"" + written + "\"", "write the number with digits, like +85251000001");
            }
            String grade = row.word("grade", GRADES);
            Listing listing = new Listing(
                    grade == null ? "" : grade, row.text("reason"), row.time("valid_from", 0), row.time("valid_to", 1));
            check(row, listing);
            listings.computeIfAbsent(value, key -> new ArrayList<>()).add(listing);
        }
        return new Watchlist(listings);
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
            if (!value.isEmpty() && !PREFIX.matcher(value).matches()) {
                row.error("value is \"" + value + "\"", "write the digits a number begins with, like 170");
            }
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
}
