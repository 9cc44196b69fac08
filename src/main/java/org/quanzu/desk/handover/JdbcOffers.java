package org.quanzu.desk.handover;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.quanzu.desk.queue.Taken;
import org.quanzu.seal.Place;
import org.quanzu.seal.Seal;
import org.quanzu.seal.SealedColumn;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Offers in PostgreSQL. */
final class JdbcOffers implements Offers {
    private final JdbcClient jdbc;
    private final Seal seal;

    JdbcOffers(DataSource database, Seal seal) {
        jdbc = JdbcClient.create(database);
        this.seal = seal;
    }

    @Override
    public Optional<HandOver> find(long id) {
        return jdbc.sql("select * from hand_overs where hand_over_id = ?")
                .param(id)
                .query((row, i) -> read(row))
                .optional();
    }

    @Override
    public List<HandOver> open(String operator, Set<String> units) {
        return jdbc.sql("""
                        select * from hand_overs
                        where state = 'OFFERED' and (to_user = :operator or to_user is null and to_unit = any (:units))
                        order by hand_over_id""")
                .param("operator", operator)
                .param("units", units.toArray(String[]::new))
                .query((row, i) -> read(row))
                .list();
    }

    @Override
    public List<HandOver> of(String caseId) {
        return jdbc.sql("select * from hand_overs where case_id = ? order by hand_over_id")
                .param(caseId)
                .query((row, i) -> read(row))
                .list();
    }

    private static Place place(String caseId, String from) {
        return SealedColumn.HAND_OVER_REASON.of(caseId, from);
    }

    private HandOver read(ResultSet row) throws SQLException {
        Timestamp answered = row.getTimestamp("answered_at");
        return new HandOver(
                row.getLong("hand_over_id"),
                row.getString("case_id"),
                row.getString("from_user"),
                row.getString("to_user"),
                row.getString("to_unit"),
                seal.openText(row.getBytes("reason"), place(row.getString("case_id"), row.getString("from_user"))),
                HandOver.State.valueOf(row.getString("state")),
                row.getTimestamp("at").toInstant(),
                answered == null ? null : answered.toInstant());
    }

    @Override
    public HandOver add(Draft draft) {
        jdbc.sql("""
                        update hand_overs set state = 'RETURNED', answered_at = :at
                        where case_id = :case and state = 'OFFERED'""")
                .param("at", Timestamp.from(draft.at()))
                .param("case", draft.caseId())
                .update();
        return jdbc.sql("""
                        insert into hand_overs (case_id, from_user, to_user, to_unit, reason, state, at)
                        values (:case, :from, :toUser, :toUnit, :reason, 'OFFERED', :at) returning *""")
                .param("case", draft.caseId())
                .param("from", draft.from())
                .param("toUser", draft.to().user())
                .param("toUnit", draft.to().unit())
                .param("reason", seal.sealText(draft.reason(), place(draft.caseId(), draft.from())))
                .param("at", Timestamp.from(draft.at()))
                .query((row, i) -> read(row))
                .single();
    }

    @Override
    public void answer(long id, HandOver.State state, Instant at) {
        jdbc.sql("update hand_overs set state = ?, answered_at = ? where hand_over_id = ?")
                .param(state.name())
                .param(Timestamp.from(at))
                .param(id)
                .update();
    }

    @Override
    public void give(HandOver offer, String operator, Taken taken) {
        jdbc.sql("""
                        update cases set state = 'TAKEN', taken_by = :operator, lease = :lease, leased_until = :until,
                            unit = coalesce(:unit, unit), version = version + 1 where case_id = :case""")
                .param("operator", operator)
                .param("lease", taken.lease())
                .param("until", Timestamp.from(taken.until()))
                .param("unit", offer.toUnit())
                .param("case", offer.caseId())
                .update();
    }

    @Override
    public void step(String caseId) {
        jdbc.sql("update cases set version = version + 1 where case_id = ?")
                .param(caseId)
                .update();
    }
}
