package org.quanzu.testkit;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.quanzu.assessment.AssessmentConfiguration;
import org.quanzu.assessment.Intake;
import org.quanzu.assessment.Intake.Answer;
import org.quanzu.assessment.Persons;
import org.quanzu.desk.intake.IntakeConfiguration;
import org.quanzu.event.Event;
import org.quanzu.journal.JournalConfiguration;
import org.quanzu.memory.HotPersons;
import org.quanzu.memory.MemoryConfiguration;
import org.quanzu.person.PersonConfiguration;
import org.quanzu.profile.Profile;
import org.quanzu.profile.SnapshotWriter;
import org.quanzu.rules.RuleSets;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** The whole pipeline on a real database, as Spring wires it; it can be started again on the same database. */
public final class TestNode implements AutoCloseable {
    public static final Instant START = Instant.parse("2026-03-02T05:00:00Z");

    public final HikariDataSource database;
    public final SettableClock clock;
    private AnnotationConfigApplicationContext context;

    public TestNode() {
        database = TestDatabase.fresh();
        clock = new SettableClock(START);
        context = context();
    }

    private AnnotationConfigApplicationContext context() {
        AnnotationConfigApplicationContext fresh = new AnnotationConfigApplicationContext();
        fresh.registerBean(DataSource.class, () -> database, definition -> definition.setDestroyMethodName(""));
        fresh.registerBean(Clock.class, () -> clock);
        fresh.registerBean(MeterRegistry.class, SimpleMeterRegistry::new);
        fresh.registerBean(RuleSets.class, LargePayments::new);
        fresh.registerBean(
                "identityKey",
                SecretKey.class,
                () -> new SecretKeySpec("a key for tests".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        fresh.register(
                IntakeConfiguration.class,
                JournalConfiguration.class,
                PersonConfiguration.class,
                MemoryConfiguration.class,
                AssessmentConfiguration.class);
        fresh.refresh();
        return fresh;
    }

    public void restart() {
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
        return new String(answer.orTimeout(20, TimeUnit.SECONDS).join().json(), StandardCharsets.UTF_8);
    }

    /** The person's profile in memory, as bytes. */
    public byte[] profile(String personId) {
        HotPersons persons = part(HotPersons.class);
        try (HotPersons.Held held = persons.holdQuiet(java.util.Set.of(personId))) {
            Profile profile = persons.get(personId).profile();
            return SnapshotWriter.write(profile);
        }
    }

    public void forget(String personId) {
        HotPersons persons = part(HotPersons.class);
        try (HotPersons.Held held = persons.holdQuiet(java.util.Set.of(personId))) {
            persons.forget(personId);
        }
    }

    @Override
    public void close() {
        context.close();
        database.close();
    }
}
