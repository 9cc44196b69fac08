package org.quanzu.testkit;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.quanzu.assessment.AssessmentConfiguration;
import org.quanzu.assessment.Intake;
import org.quanzu.assessment.Intake.Answer;
import org.quanzu.assessment.Persons;
import org.quanzu.assessment.Persons.PersonView;
import org.quanzu.assessment.Persons.Telling;
import org.quanzu.desk.DeskConfiguration;
import org.quanzu.desk.intake.IntakeConfiguration;
import org.quanzu.desk.label.LabelConfiguration;
import org.quanzu.event.Event;
import org.quanzu.journal.JournalConfiguration;
import org.quanzu.journal.consumer.ConsumerConfiguration;
import org.quanzu.journal.consumer.RecordHandler;
import org.quanzu.person.PersonConfiguration;
import org.quanzu.person.ProtectiveTransfers;
import org.quanzu.person.source.PersonAttributes;
import org.quanzu.personcache.PersonCache;
import org.quanzu.personcache.PersonCacheConfiguration;
import org.quanzu.profile.Profile;
import org.quanzu.profile.SnapshotWriter;
import org.quanzu.rules.RuleSets;
import org.quanzu.seal.SealKeys;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The whole pipeline on a real database, as Spring wires it; it can be started again on the same database. */
public final class TestNode implements AutoCloseable {
    public static final Instant START = Instant.parse("2026-03-02T05:00:00Z");

    public final HikariDataSource database;
    public final SettableClock clock;
    /** Payments excepted by officers, by person and account. */
    public final Map<String, ProtectiveTransfers.Exception> exceptions = new ConcurrentHashMap<>();

    private final Supplier<RuleSets> ruleSets;
    private final Class<?>[] more;
    private SealKeys keys = TestSeal.KEYS;
    private AnnotationConfigApplicationContext context;

    public TestNode() {
        this(LargePayments::new);
    }

    /** With other rules, and with {@code more} configurations beside the pipeline. */
    public TestNode(Supplier<RuleSets> ruleSets, Class<?>... more) {
        this(TestDatabase.fresh(), ruleSets, more);
    }

    /** A node on this database, which it closes in the end. */
    public TestNode(HikariDataSource database) {
        this(database, LargePayments::new);
    }

    private TestNode(HikariDataSource database, Supplier<RuleSets> ruleSets, Class<?>... more) {
        this.ruleSets = ruleSets;
        this.more = more;
        this.database = database;
        clock = new SettableClock(START);
        context = context();
    }

    private AnnotationConfigApplicationContext context() {
        AnnotationConfigApplicationContext fresh = new AnnotationConfigApplicationContext();
        fresh.registerBean(DataSource.class, () -> database, definition -> definition.setDestroyMethodName(""));
        fresh.registerBean(Clock.class, () -> clock);
        fresh.registerBean(MeterRegistry.class, SimpleMeterRegistry::new);
        fresh.registerBean(RuleSets.class, ruleSets);
        fresh.registerBean(
                ProtectiveTransfers.class,
                () -> (personId, account, now) -> Optional.ofNullable(exceptions.get(personId + " " + account)),
                definition -> definition.setFallback(true));
        fresh.registerBean(
                TransactionTemplate.class, () -> new TransactionTemplate(new JdbcTransactionManager(database)));
        TestSeal.register(fresh, keys);
        fresh.register(
                DeskConfiguration.class,
                LabelConfiguration.class,
                IntakeConfiguration.class,
                JournalConfiguration.class,
                ConsumerConfiguration.class,
                PersonConfiguration.class,
                PersonCacheConfiguration.class,
                AssessmentConfiguration.class);
        if (more.length > 0) {
            fresh.register(more);
        }
        fresh.refresh();
        JdbcClient.create(database)
                .sql("delete from journal_consumers where not consumer = any (?)")
                .param(consumers(fresh))
                .update();
        return fresh;
    }

    private static String[] consumers(AnnotationConfigApplicationContext context) {
        return context.getBeansOfType(RecordHandler.class).values().stream()
                .map(RecordHandler::consumer)
                .toArray(String[]::new);
    }

    /** Waits until the desk, and whoever else follows the journal, has done all that is durable. */
    public void awaitConsumers() {
        Awaitility.await()
                .pollInterval(Duration.ofMillis(10))
                .until(() -> JdbcClient.create(database)
                        .sql("""
                        select not exists (select from events e join journal_consumers c on e.seq > c.seq
                                where e.assessment is not null)
                            and not exists (select from set_aside_records where retry_at is not null)
                            and not exists (select from person_changes p
                                where not exists (select from set_aside_records s where s.seq = p.seq))""")
                        .query(Boolean.class)
                        .single());
    }

    public void restart() {
        restart(keys);
    }

    /** Starts again with other encryption keys. */
    public void restart(SealKeys newKeys) {
        keys = newKeys;
        context.close();
        context = context();
    }

    public <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    public Intake intake() {
        return part(Intake.class);
    }

    public Persons persons() {
        return part(Persons.class);
    }

    /** The bank tells this of a person, and nothing else. */
    public PersonView tell(String personId, PersonAttributes attributes) {
        return persons().tell(personId, Telling.all(BankEvents.BANK, attributes));
    }

    public CompletableFuture<Answer> take(Event event) {
        return intake().take(event);
    }

    public String answer(Event event) {
        return json(take(event));
    }

    /** The answer, once the desk and whoever else follows the journal has done what follows from it. */
    public String followed(Event event) {
        String answer = answer(event);
        awaitConsumers();
        return answer;
    }

    public static String json(CompletableFuture<Answer> answer) {
        return new String(
                answer.orTimeout(Patience.LONG.toSeconds(), TimeUnit.SECONDS)
                        .join()
                        .json(),
                StandardCharsets.UTF_8);
    }

    /** The person's profile in memory, as bytes. */
    public byte[] profile(String personId) {
        PersonCache persons = part(PersonCache.class);
        try (PersonCache.Held held = persons.holdQuiet(java.util.Set.of(personId))) {
            Profile profile = persons.get(personId).state().profile();
            return SnapshotWriter.write(profile);
        }
    }

    public void forget(String personId) {
        PersonCache persons = part(PersonCache.class);
        try (PersonCache.Held held = persons.holdQuiet(java.util.Set.of(personId))) {
            persons.forget(personId);
        }
    }

    @Override
    public void close() {
        context.close();
        database.close();
    }
}
