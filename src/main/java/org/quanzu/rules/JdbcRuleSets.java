package org.quanzu.rules;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.quanzu.rules.RuleSets.Version;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Published rule sets in PostgreSQL; publishing a version again only makes it serve again. */
final class JdbcRuleSets implements RuleSetStore {
    private static final TypeReference<Map<String, String>> FILES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final JsonMapper json;

    JdbcRuleSets(DataSource database, TransactionTemplate transactions, JsonMapper json) {
        jdbc = JdbcClient.create(database);
        this.transactions = transactions;
        this.json = json;
    }

    @Override
    public void publish(String version, Map<String, String> files, int rules, String by, Instant at) {
        transactions.executeWithoutResult(status -> {
            insert(version, files, rules, by, at);
            jdbc.sql("insert into rule_set_servings (version, serving_since, started_by) select :version, :at, :by"
                            + " where :version is distinct from"
                            + " (select version from rule_set_servings order by id desc limit 1)")
                    .param("version", version)
                    .param("at", Timestamp.from(at))
                    .param("by", by)
                    .update();
        });
    }

    private void insert(String version, Map<String, String> files, int rules, String by, Instant at) {
        jdbc.sql("insert into rule_sets (version, rules, files, published_by, published_at)"
                        + " values (:version, :rules, :files::jsonb, :by, :at) on conflict (version) do nothing")
                .param("version", version)
                .param("rules", rules)
                .param("files", json.writeValueAsString(files))
                .param("by", by)
                .param("at", Timestamp.from(at))
                .update();
    }

    @Override
    public List<Version> versions() {
        return jdbc.sql(
                        "select r.version, r.rules, r.published_by, r.published_at, s.since, s.id = max(s.id) over () as serving"
                                + " from rule_sets r join (select distinct on (version) version, id, serving_since as since"
                                + " from rule_set_servings order by version, id desc) s using (version) order by s.id desc")
                .query(JdbcRuleSets::version)
                .list();
    }

    private static Version version(ResultSet row, int number) throws SQLException {
        return new Version(
                row.getString("version"),
                row.getInt("rules"),
                row.getString("published_by"),
                row.getTimestamp("published_at").toInstant(),
                row.getTimestamp("since").toInstant(),
                row.getBoolean("serving"));
    }

    @Override
    public Optional<Map<String, String>> latest() {
        return jdbc.sql("select r.files::text from rule_set_servings s join rule_sets r using (version)"
                        + " order by s.id desc limit 1")
                .query(String.class)
                .optional()
                .map(text -> json.readValue(text, FILES));
    }

    @Override
    public Optional<Map<String, String>> files(String version) {
        return jdbc.sql("select files::text from rule_sets where version = :version")
                .param("version", version)
                .query(String.class)
                .optional()
                .map(text -> json.readValue(text, FILES));
    }
}
