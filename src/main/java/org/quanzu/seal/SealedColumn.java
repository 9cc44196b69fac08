package org.quanzu.seal;

import java.util.Arrays;
import java.util.List;

/** Every column of sealed values, with the columns that say which row it is; those of one table agree on them. */
public enum SealedColumn {
    EVENT_BODY("events", "body", "source", "event_id"),
    EVENT_ASSESSMENT("events", "assessment", "source", "event_id"),
    PERSON_CHANGE("person_changes", "body", "seq"),
    PROFILE_SNAPSHOT("profiles", "snapshot", "person_id", "seq"),
    PERSON_ATTRIBUTES("persons", "attributes", "person_id"),
    TOLD_ATTRIBUTES("person_sources", "attributes", "person_id", "source"),
    PERSON_VERIFIED("persons", "verified", "person_id"),
    FEEDBACK_NOTE("feedback", "note", "source", "feedback_id"),
    ATTEMPT_NOTE("attempts", "note", "case_id", "episode"),
    OUTCOME_PAYEE_ACCOUNTS("outcomes", "payee_accounts", "case_id", "episode"),
    OUTCOME_SCAM_NUMBERS("outcomes", "scam_numbers", "case_id", "episode"),
    OUTCOME_APPS("outcomes", "apps", "case_id", "episode"),
    OUTCOME_NOTE("outcomes", "note", "case_id", "episode"),
    HAND_OVER_REASON("hand_overs", "reason", "case_id", "from_user"),
    HISTORY_TOLD("case_history", "told", "case_id", "episode", "what"),
    ORDER_BODY("outreach_orders", "body", "order_id"),
    ORDER_ANSWER("outreach_orders", "answer", "order_id"),
    AUDIT_REASON("audit_reasons", "reason", "entry_id");

    private final String table;
    private final String column;
    private final String label;
    private final List<String> rowKeys;

    SealedColumn(String table, String column, String... rowKeys) {
        this.table = table;
        this.column = column;
        this.label = table + "." + column;
        this.rowKeys = List.of(rowKeys);
    }

    /** The place in the row with these keys, in the order of {@link #rowKeys()}. */
    public Place of(Object... keys) {
        if (keys.length != rowKeys.size()) {
            throw new IllegalArgumentException(
                    this + " has the keys " + rowKeys + ", not " + keys.length + "\nMaybe give one value for each");
        }
        String[] row = new String[keys.length];
        for (int i = 0; i < row.length; i++) {
            row[i] = keys[i].toString();
        }
        return new Place(label, List.of(row));
    }

    String table() {
        return table;
    }

    public String column() {
        return column;
    }

    List<String> rowKeys() {
        return rowKeys;
    }

    static List<SealedColumn> in(String table) {
        return Arrays.stream(values()).filter(one -> one.table.equals(table)).toList();
    }

    static List<String> tables() {
        return Arrays.stream(values()).map(SealedColumn::table).distinct().toList();
    }
}
