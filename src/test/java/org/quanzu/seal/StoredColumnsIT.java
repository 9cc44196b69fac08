package org.quanzu.seal;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.quanzu.testkit.StoredText;
import org.quanzu.testkit.TestDatabase;

/** Whoever adds a column of text, bytes or JSON decides here whether a name, a number or what people write may get into it. */
class StoredColumnsIT {
    /** Ids, codes, units, the names operators sign in with, and hashes. */
    private static final List<String> IN_CLEAR = List.of(
            "api_keys.addresses",
            "api_keys.hash",
            "api_keys.name",
            "api_keys.scopes",
            "api_keys.source",
            "attempts.case_id",
            "attempts.channel",
            "attempts.contact",
            "attempts.operator",
            "audit_log.about",
            "audit_log.detail",
            "audit_log.hash",
            "audit_log.previous_hash",
            "audit_log.what",
            "audit_log.who",
            "automatic_messages.family",
            "automatic_messages.level",
            "automatic_messages.person_id",
            "bank_notices.body", // levels, scores and ids
            "bank_notices.person_id",
            "bank_notices.source",
            "bank_notices.state",
            "case_history.case_id",
            "case_history.detail", // only what the desk does by itself: units, levels, operators
            "case_history.what",
            "case_history.who",
            "cases.case_id",
            "cases.family",
            "cases.level",
            "cases.person_id",
            "cases.state",
            "cases.taken_by",
            "cases.unit",
            "cases.why_en", // amounts and minutes; reasons cannot show numbers and accounts
            "cases.why_zh",
            "contacts.kind",
            "contacts.person_id",
            "days_counted.zone",
            "episode_days.family",
            "episode_days.family_found",
            "episode_days.level",
            "episode_days.verdict",
            "episodes.case_id",
            "episodes.level",
            "event_keys.event_id",
            "event_keys.person_id",
            "event_keys.source",
            "events.counterparty", // null since V7
            "events.counterparty_hash",
            "events.event_id",
            "events.family",
            "events.level",
            "events.person_id",
            "events.source",
            "events.type",
            "feedback.event_ids",
            "feedback.family",
            "feedback.feedback_id",
            "feedback.finding",
            "feedback.person_id",
            "feedback.source",
            "flyway_schema_history.description",
            "flyway_schema_history.installed_by",
            "flyway_schema_history.script",
            "flyway_schema_history.type",
            "flyway_schema_history.version",
            "follow_ups.case_id",
            "hand_overs.case_id",
            "hand_overs.from_user",
            "hand_overs.state",
            "hand_overs.to_unit",
            "hand_overs.to_user",
            "journal_consumers.consumer",
            "labels.case_id",
            "labels.family",
            "labels.finding",
            "labels.origin",
            "labels.person_id",
            "labels.reference",
            "labels.source",
            "labels.verdict",
            "operators_away.operator",
            "outcomes.case_id",
            "outcomes.contact",
            "outcomes.family",
            "outcomes.finding",
            "outcomes.operator",
            "outcomes.stage",
            "outreach_orders.account_hash",
            "outreach_orders.case_id",
            "outreach_orders.kind",
            "outreach_orders.level",
            "outreach_orders.person_id",
            "outreach_orders.put_by",
            "outreach_orders.state",
            "payment_holds.event_id",
            "payment_holds.person_id",
            "payment_holds.source",
            "payment_holds.state",
            "person_changes.kind",
            "person_changes.person_id",
            "person_links.hash",
            "person_links.kind",
            "person_links.person_id",
            "person_merges.into_id",
            "person_merges.person_id",
            "person_sources.person_id",
            "person_sources.source",
            "persons.household",
            "persons.merged_into",
            "persons.person_id",
            "profiles.family",
            "profiles.level",
            "profiles.person_id",
            "rule_days.rule",
            "rule_set_servings.started_by",
            "rule_set_servings.version",
            "rule_sets.files", // the rule files as they lie in rules/, lists included
            "rule_sets.published_by",
            "rule_sets.version",
            "scored_by.families",
            "scored_by.version",
            "seal_keys.check_value",
            "set_aside_records.consumer",
            "set_aside_records.event", // source and id
            "set_aside_records.kind",
            "set_aside_records.person_id",
            "set_aside_records.reason", // kind and place of a failure
            "shifts.operator",
            "shifts.unit",
            "sign_in_tries.address",
            "sign_in_tries.name",
            "told_levels.level",
            "told_levels.person_id",
            "users.display_name", // of operators
            "users.name",
            "users.password_hash",
            "users.role",
            "users.units",
            "warned_episodes.alone",
            "warned_episodes.case_id",
            "warned_episodes.experimental",
            "warned_episodes.family",
            "warned_episodes.family_found",
            "warned_episodes.level",
            "warned_episodes.person_id",
            "warned_episodes.rule_set",
            "warned_episodes.rules",
            "warned_episodes.sole",
            "warned_episodes.verdict");

    private final HikariDataSource database = TestDatabase.fresh();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void areSealedOrMayBeReadByAnybody() {
        List<String> sealed = Arrays.stream(SealedColumn.values())
                .map(one -> one.table() + "." + one.column())
                .toList();

        assertThat(new StoredText(database).columns())
                .as("Maybe seal the new column: add it to SealedColumn")
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(IN_CLEAR.stream(), sealed.stream()).toList());
    }
}
