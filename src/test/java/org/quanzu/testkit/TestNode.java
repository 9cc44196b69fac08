package org.quanzu.testkit;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.quanzu.assessment.AssessmentConfiguration;
import org.quanzu.assessment.Intake;
import org.quanzu.assessment.Intake.Answer;
import org.quanzu.assessment.Persons;
import org.quanzu.desk.intake.IntakeConfiguration;
import org.quanzu.event.Event;
import org.quanzu.journal.JournalConfiguration;
import org.quanzu.person.PersonConfiguration;
import org.quanzu.person.ProtectiveTransfers;
import org.quanzu.personcache.PersonCache;
import org.quanzu.personcache.PersonCacheConfiguration;
import org.quanzu.profile.Profile;
import org.quanzu.profile.SnapshotWriter;
import org.quanzu.rules.RuleSets;
import org.quanzu.seal.SealKeys;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

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
        TestSeal.register(fresh, keys);
        fresh.register(
                IntakeConfiguration.class,
                JournalConfiguration.class,
                PersonConfiguration.class,
                PersonCacheConfiguration.class,
                AssessmentConfiguration.class);
        if (more.length > 0) {
            fresh.register(more);
        }
        fresh.refresh();
        return fresh;
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

    public CompletableFuture<Answer> take(Event event) {
        return intake().take(event);
    }

    public String answer(Event event) {
        return json(take(event));
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
