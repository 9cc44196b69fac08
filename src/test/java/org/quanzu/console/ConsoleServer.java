package org.quanzu.console;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.quanzu.console.door.NotLetIn;
import org.quanzu.desk.shift.Rostering;
import org.quanzu.platform.QuanzuSettings;
import org.quanzu.platform.access.Role;
import org.quanzu.platform.access.Users;
import org.quanzu.practice.Practice;
import org.quanzu.profile.Bounds;
import org.quanzu.rules.RuleFault;
import org.quanzu.rules.RuleSets;
import org.quanzu.scoring.Actions;
import org.quanzu.scoring.Decision;
import org.quanzu.scoring.Evaluator;
import org.quanzu.scoring.Family;
import org.quanzu.scoring.Level;
import org.quanzu.scoring.Levels;
import org.quanzu.scoring.RuleSet;
import org.quanzu.scoring.Scorecard;
import org.quanzu.scoring.Text;
import org.quanzu.testkit.InMemoryUsers;
import org.quanzu.testkit.SettableClock;
import org.quanzu.watchlist.Watchlists;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * The console in a real server with its real security, without database, one user of each role named after it. No
 * configuration by annotation, or the scan of the whole product would find it.
 */
@EnableAutoConfiguration(
        excludeName = {
            "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
            "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration"
        })
@EnableConfigurationProperties(QuanzuSettings.class)
@ComponentScan(
        basePackages = {"org.quanzu.console", "org.quanzu.platform.signin"},
        excludeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern =
                                "org\\.quanzu\\.console\\.(door\\.AccessRecord|queue\\.DeskQueue|cases\\.(DeskCases|DeskPages|CaseScripts)"
                                        + "|steering\\.(DeskSteering|DeskOffers)|orders\\.(DeskOrders|OrderSheets.*|TellingsSoFar)"
                                        + "|board\\.DeskBoard|people\\.(DeskPeople|PersonPages|Reveals))"))
@Import({
    InMemoryDesk.class,
    InMemoryOrders.class,
    InMemorySteering.class,
    InMemoryShifts.class,
    FixedFigures.class,
    InMemoryBoard.class,
    InMemoryPeople.class,
    InMemoryAudit.class,
    ConsoleServer.Refusals.class
})
public class ConsoleServer {
    public static final String PASSWORD = "correct horse battery";
    public static final Instant NOW = Instant.parse("2026-03-01T06:05:00Z");

    @Bean
    SettableClock clock() {
        return new SettableClock(Boolean.getBoolean("quanzu.now") ? Instant.now() : NOW);
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return new BCryptPasswordEncoder(4);
    }

    @Bean
    Users users(Clock clock, PasswordEncoder encoder) {
        Users users = new InMemoryUsers(clock);
        for (Role role : Role.values()) {
            String name = role.name().toLowerCase(Locale.ROOT);
            users.add(name, "<b>" + name + "</b>", role, List.of("DESK", "STATION"), encoder.encode(PASSWORD));
        }
        return users;
    }

    @Bean
    RuleSets ruleSets() {
        RuleSet rules = new RuleSet(
                "v1",
                List.of(
                        new Family("loan", "LOAN", new Text("Fake loan", "虚假贷款")),
                        new Family("order_brushing", "BRUSH", new Text("Order brushing", "刷单返利")),
                        new Family("fake_logistics", "LOGI", new Text("Fake service", "冒充客服")),
                        new Family("ordinary", "ORD", new Text("Ordinary life", "正常生活"))),
                FixedFigures.RULES,
                new Scorecard(Map.of()),
                new Levels(List.of(
                        level("RED", 4, "Urgent", "紧急", "#c62828"),
                        level("ORANGE", 3, "High risk", "高危", "#ef6c00"),
                        level("YELLOW", 2, "Medium risk", "中危", "#f9a825"),
                        level("BLUE", 1, "Low risk", "低危", "#1565c0"))),
                new Actions(List.of(
                        step("RED", "DESK", 3),
                        step("ORANGE", "DESK", 15),
                        step("YELLOW", "COMMUNITY", 240),
                        step("BLUE", "AUTOMATIC", 60))),
                Practice.NONE,
                Map.of(),
                Watchlists.EMPTY,
                (facts, now) -> new Evaluator.Evaluation(List.of(), List.of()),
                Bounds.STANDARD);
        return new RuleSets() {
            @Override
            public RuleSet current() {
                return rules;
            }

            @Override
            public List<RuleFault> faults() {
                return List.of(
                        new RuleFault("LOAN-001", 12, RuleFault.Cause.JOINS, "it joins too many facts"),
                        new RuleFault("BRUSH-001", 1, RuleFault.Cause.FAILED, "its condition failed"));
            }

            @Override
            public Optional<String> text(String path) {
                return Optional.of("package loan\nrule \"" + path + "\" // <b>");
            }

            @Override
            public List<Version> versions() {
                return List.of();
            }
        };
    }

    @Bean
    Rostering rostering(InMemoryShifts shifts, RuleSets ruleSets) {
        return new Rostering(shifts, shifts, ruleSets, ZoneId.of("Asia/Shanghai"));
    }

    private static Actions.Row step(String level, String unit, int minutes) {
        return new Actions.Row("*", level, Decision.WARN, "CALL_PERSON", "VOICE", unit, minutes, "");
    }

    private static Levels.Row level(String code, int rank, String en, String zh, String colour) {
        Level level = new Level(code, rank, new Text(en, zh), colour, 24);
        return new Levels.Row(level, "*", 90, null, false, BigDecimal.ZERO);
    }

    /** Who asked for what their role does not allow. */
    static class Refusals {
        final List<OutOfRole> seen = new CopyOnWriteArrayList<>();
        final List<NotLetIn> turnedAway = new CopyOnWriteArrayList<>();

        @EventListener
        void on(NotLetIn refusal) {
            turnedAway.add(refusal);
        }

        @EventListener
        void on(OutOfRole refusal) {
            seen.add(refusal);
        }
    }

    /** For looking at the pages by hand, with -Dquanzu.now=true. */
    public static void main(String[] args) {
        SpringApplication.run(ConsoleServer.class, args);
    }
}
