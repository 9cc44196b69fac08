package org.quanzu.desk.work;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.quanzu.desk.contact.Attempt;
import org.quanzu.desk.work.Report.Facts;
import org.quanzu.seal.Seal;
import org.quanzu.seal.SealedColumn;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Changes of cases in PostgreSQL. */
final class JdbcCaseChanges implements CaseChanges {
    private final JdbcClient jdbc;
    private final Seal seal;

    JdbcCaseChanges(DataSource database, Seal seal) {
        jdbc = JdbcClient.create(database);
        this.seal = seal;
    }

    @Override
    public void rate(String caseId, Rating rating) {
        jdbc.sql("""
                        update cases set level = :level, level_rank = :levelRank, busy = :busy,
                            vulnerable = :vulnerable, points = :points, urgency = :urgency, version = version + 1 where case_id = :case""")
                .param("level", rating.level())
                .param("levelRank", rating.levelRank())
                .param("busy", rating.busy())
                .param("vulnerable", rating.vulnerable())
                .param("points", rating.points())
                .param("urgency", rating.urgency())
                .param("case", caseId)
                .update();
    }

    @Override
    public void putOff(String caseId, Instant readyAt, Instant dueAt) {
        jdbc.sql("""
                        update cases set state = 'WAITING', ready_at = :ready, due_at = :due,
                            taken_by = null, lease = null, leased_until = null, version = version + 1
                        where case_id = :case""")
                .param("ready", Timestamp.from(readyAt))
                .param("due", Timestamp.from(dueAt))
                .param("case", caseId)
                .update();
    }

    @Override
    public void close(String caseId, Instant at) {
        jdbc.sql("""
                        update cases set state = 'CLOSED', closed_at = :at, pinned = false,
                            taken_by = null, lease = null, leased_until = null, version = version + 1
                        where case_id = :case""").param("at", Timestamp.from(at)).param("case", caseId).update();
        jdbc.sql("""
                        update hand_overs set state = 'RETURNED', answered_at = :at
                        where case_id = :case and state = 'OFFERED'""").param("at", Timestamp.from(at)).param("case", caseId).update();
    }

    @Override
    public void add(String caseId, Attempt attempt) {
        jdbc.sql("""
                        insert into attempts (case_id, episode, channel, contact, operator, at, note)
                        values (:case, :episode, :channel, :contact, :operator, :at, :note)""")
                .param("case", caseId)
                .param("episode", attempt.episode())
                .param("channel", attempt.channel().name())
                .param("contact", attempt.contact().name())
                .param("operator", attempt.operator())
                .param("at", Timestamp.from(attempt.at()))
                .param("note", seal.sealNote(attempt.note(), SealedColumn.ATTEMPT_NOTE.of(caseId, attempt.episode())))
                .update();
    }

    @Override
    public void add(String caseId, Outcome outcome) {
        Report report = outcome.report();
        Facts facts = report.facts();
        jdbc.sql("""
                        insert into outcomes (case_id, episode, contact, finding, family, stage, lost, at_risk,
                            averted_stopped, averted_attempted, averted_balance, payee_accounts, scam_numbers, apps,
                            note, operator, at, closes)
                        values (:case, :episode, :contact, :finding, :family, :stage, :lost, :atRisk,
                            :stopped, :attempted, :balance, :payeeAccounts, :scamNumbers, :apps,
                            :note, :operator, :at, :closes)""")
                .param("case", caseId)
                .param("episode", outcome.episode())
                .param("contact", report.contact().name())
                .param("finding", report.finding().name())
                .param("family", facts.family())
                .param("stage", facts.stage() == null ? null : facts.stage().name())
                .param("lost", facts.lost())
                .param("atRisk", facts.atRisk())
                .param("stopped", facts.averted().stopped())
                .param("attempted", facts.averted().attempted())
                .param("balance", facts.averted().balance())
                .param(
                        "payeeAccounts",
                        seal.sealTexts(
                                facts.payeeAccounts(),
                                SealedColumn.OUTCOME_PAYEE_ACCOUNTS.of(caseId, outcome.episode())))
                .param(
                        "scamNumbers",
                        seal.sealTexts(
                                facts.scamNumbers(), SealedColumn.OUTCOME_SCAM_NUMBERS.of(caseId, outcome.episode())))
                .param("apps", seal.sealTexts(facts.apps(), SealedColumn.OUTCOME_APPS.of(caseId, outcome.episode())))
                .param("note", seal.sealNote(report.note(), SealedColumn.OUTCOME_NOTE.of(caseId, outcome.episode())))
                .param("operator", outcome.operator())
                .param("at", Timestamp.from(outcome.at()))
                .param("closes", outcome.closes())
                .update();
    }

    @Override
    public void followUp(String caseId, int episode, List<Instant> planned, Instant at) {
        jdbc.sql("""
                        insert into follow_ups (case_id, episode, due_at)
                        select :case, :episode, due from unnest(:planned) as due
                        where not exists (select from follow_ups where case_id = :case and episode = :episode)""")
                .param("case", caseId)
                .param("episode", episode)
                .param("planned", planned.stream().map(Timestamp::from).toArray(Timestamp[]::new))
                .update();
        jdbc.sql("""
                        update follow_ups set done_at = :at
                        where case_id = :case and done_at is null and (due_at <= :at or episode < :episode)""")
                .param("case", caseId)
                .param("episode", episode)
                .param("at", Timestamp.from(at))
                .update();
    }
}
