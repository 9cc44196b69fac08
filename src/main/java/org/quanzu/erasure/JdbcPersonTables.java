package org.quanzu.erasure;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables that keep something of persons, those first that refer to others. */
final class JdbcPersonTables {
    private static final String BY_PERSON = "person_id = any (:persons)";
    private static final String BY_CASE = "case_id = any (:cases)";

    private static final List<String> OF_CASES = List.of(
            "labels",
            "warned_episodes",
            "episodes",
            "attempts",
            "outcomes",
            "follow_ups",
            "hand_overs",
            "case_history",
            "outreach_orders",
            "cases");
    private static final List<String> OF_PERSONS = List.of(
            "labels",
            "warned_episodes",
            "outreach_orders",
            "contacts",
            "automatic_messages",
            "bank_notices",
            "told_levels",
            "payment_holds",
            "set_aside_records",
            "person_changes",
            "feedback",
            "events",
            "profiles",
            "person_sources",
            "person_merges",
            "person_links",
            "persons");

    /** Statements beside: keys of events stay without the person, reasons beside the audit log and former merges end. */
    private static final Map<String, String> IN_PART = Map.of(
            "event_keys", """
                    update event_keys k set person_id = '', seq = 0 from events e where e.person_id = any (:persons)
                        and k.source = e.source and k.event_id = e.event_id""",
            "person_merges", """
                    delete from person_merges where into_id = any (:persons)""",
            "audit_reasons", """
                    delete from audit_reasons where entry_id in (
                        select id from audit_log where about = any (:about) and what <> 'person.erase')""");

    private JdbcPersonTables() {}

    /** Whether erasing a person removes its rows of this table, or what they had of it. */
    static boolean include(String table) {
        return OF_CASES.contains(table) || OF_PERSONS.contains(table) || IN_PART.containsKey(table);
    }

    /** Removes all rows of these cases; answers how many. */
    static long dropCases(JdbcClient jdbc, Collection<String> cases) {
        return OF_CASES.stream()
                .mapToLong(table -> jdbc.sql("delete from " + table + " where " + BY_CASE)
                        .param("cases", cases.toArray(String[]::new))
                        .update())
                .sum();
    }

    /** Removes all rows of these persons; answers how many. */
    static long dropPersons(JdbcClient jdbc, Collection<String> persons) {
        String[] ids = persons.toArray(String[]::new);
        List<String> cases = jdbc.sql("select case_id from cases where " + BY_PERSON + " order by case_id for update")
                .param("persons", ids)
                .query(String.class)
                .list();
        long rows = IN_PART.values().stream()
                .mapToLong(statement -> change(jdbc, statement, ids, cases))
                .sum();
        rows += dropCases(jdbc, cases);
        for (String table : OF_PERSONS) {
            rows += jdbc.sql("delete from " + table + " where " + BY_PERSON)
                    .param("persons", ids)
                    .update();
        }
        return rows;
    }

    private static long change(JdbcClient jdbc, String statement, String[] persons, List<String> cases) {
        return jdbc.sql(statement)
                .param("persons", persons)
                .param("about", about(persons, cases))
                .update();
    }

    private static String[] about(String[] persons, List<String> cases) {
        return Stream.concat(
                        Arrays.stream(persons).map(id -> "person:" + id),
                        cases.stream().map(id -> "case:" + id))
                .toArray(String[]::new);
    }
}
