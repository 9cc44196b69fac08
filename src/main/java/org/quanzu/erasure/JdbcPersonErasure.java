package org.quanzu.erasure;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.quanzu.audit.AuditLog;
import org.quanzu.person.Register;
import org.quanzu.person.source.JoinedAttributes;
import org.quanzu.person.source.PersonSources;
import org.quanzu.person.source.ToldAttributes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Erases persons in PostgreSQL. Gives up after half a second when somebody else has a row locked. */
final class JdbcPersonErasure implements PersonErasure {
    private static final String IDENTITY = """
            with recursive up as (
                select person_id, merged_into from persons where person_id = :id
                union
                select p.person_id, p.merged_into from persons p join up on p.person_id = up.merged_into
            ), root as (
                select coalesce((select person_id from up where merged_into is null limit 1), :id) as person_id
            ), one as (
                select person_id from root
                union
                select p.person_id from persons p join one on p.merged_into = one.person_id
            )
            select person_id from one order by person_id <> (select person_id from root)""";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Register register;
    private final PersonSources sources;
    private final AuditLog audit;
    private final InstantSource clock;

    JdbcPersonErasure(
            DataSource database, Register register, PersonSources sources, AuditLog audit, InstantSource clock) {
        jdbc = JdbcClient.create(database);
        transaction = new TransactionTemplate(new JdbcTransactionManager(database));
        this.register = register;
        this.sources = sources;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Identity identityOf(String personId) {
        List<String> ids =
                jdbc.sql(IDENTITY).param("id", personId).query(String.class).list();
        return new Identity(ids.get(0), new HashSet<>(ids));
    }

    @Override
    public Set<String> namersOf(Identity identity) {
        return identity.all().stream()
                .flatMap(id -> register.namingAsHousehold(id).stream())
                .filter(Predicate.not(identity.all()::contains))
                .collect(Collectors.toSet());
    }

    @Override
    public long erase(Identity identity, String who, String reason) {
        return Objects.requireNonNull(transaction.execute(status -> {
            jdbc.sql("select set_config('lock_timeout', '500', true)")
                    .query(String.class)
                    .single();
            namersOf(identity).forEach(namer -> leaveHousehold(namer, identity.all()));
            long rows = JdbcPersonTables.dropPersons(jdbc, identity.all());
            if (rows > 0) {
                audit.record(who, "person.erase", "person:" + identity.personId(), Map.of("reason", reason));
            }
            return rows;
        }));
    }

    private void leaveHousehold(String namer, Set<String> leaving) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        List<ToldAttributes> told = sources.told(register.identityOf(namer)).stream()
                .map(one -> one.leavingHousehold(leaving, now))
                .toList();
        told.forEach(sources::keep);
        register.tell(namer, JsonMapper.shared().writeValueAsString(JoinedAttributes.of(told)), now);
    }
}
