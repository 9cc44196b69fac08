package org.quanzu.testkit;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.quanzu.desk.Case;
import org.quanzu.desk.Cases;
import org.quanzu.desk.DeskConfiguration;
import org.quanzu.desk.Hold;
import org.quanzu.desk.board.BoardConfiguration;
import org.quanzu.desk.contact.ContactConfiguration;
import org.quanzu.desk.handover.HandOverConfiguration;
import org.quanzu.desk.label.LabelConfiguration;
import org.quanzu.desk.precision.PrecisionConfiguration;
import org.quanzu.desk.queue.Queue;
import org.quanzu.desk.queue.QueueConfiguration;
import org.quanzu.desk.shift.ShiftConfiguration;
import org.quanzu.desk.watch.WatchConfiguration;
import org.quanzu.desk.work.Desk;
import org.quanzu.desk.work.WorkConfiguration;
import org.quanzu.rules.RuleSets;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The desk on a real, empty database, as Spring wires it; it is one in the afternoon in Shanghai. */
public final class DeskNode implements AutoCloseable {
    public static final Instant START = Instant.parse("2026-03-02T05:00:00Z");

    public final HikariDataSource database;
    public final SettableClock clock = new SettableClock(START);
    public final OpenCases open;
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    public DeskNode() {
        this(TestDatabase.fresh());
    }

    /** With {@code more} configurations beside the desk. */
    public DeskNode(Class<?>... more) {
        this(TestDatabase.fresh(), more);
    }

    /** A desk on this database, which it closes in the end. */
    public DeskNode(HikariDataSource database, Class<?>... more) {
        this.database = database;
        open = new OpenCases(database, START);
        context.getBeanFactory().setConversionService(ApplicationConversionService.getSharedInstance());
        context.registerBean(DataSource.class, () -> database, definition -> definition.setDestroyMethodName(""));
        context.registerBean(Clock.class, () -> clock);
        context.registerBean(RuleSets.class, DeskRules::new);
        context.registerBean(
                TransactionTemplate.class, () -> new TransactionTemplate(new JdbcTransactionManager(database)));
        TestSeal.register(context, TestSeal.KEYS);
        MapPropertySource settings = new MapPropertySource(
                "test", Map.of("quanzu.desk.watch", "false", "quanzu.desk.overflow-seconds", "0"));
        context.getEnvironment().getPropertySources().addFirst(settings);
        context.register(
                DeskConfiguration.class,
                QueueConfiguration.class,
                ContactConfiguration.class,
                WorkConfiguration.class,
                HandOverConfiguration.class,
                ShiftConfiguration.class,
                BoardConfiguration.class,
                WatchConfiguration.class,
                LabelConfiguration.class,
                PrecisionConfiguration.class);
        if (more.length > 0) {
            context.register(more);
        }
        context.refresh();
    }

    public <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    public Queue queue() {
        return part(Queue.class);
    }

    public Desk desk() {
        return part(Desk.class);
    }

    public Case find(String caseId) {
        return part(Cases.class).find(caseId).orElseThrow();
    }

    public Hold take(String caseId, String operator) {
        return queue().take(caseId, operator).orElseThrow().hold();
    }

    /** The codes of what happened to a case, latest first. */
    public List<String> history(String caseId) {
        return part(Cases.class).history(caseId).stream()
                .map(line -> line.what())
                .toList();
    }

    @Override
    public void close() {
        context.close();
        database.close();
    }
}
