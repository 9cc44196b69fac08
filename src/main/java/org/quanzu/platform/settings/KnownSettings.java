package org.quanzu.platform.settings;

import static org.quanzu.platform.settings.Setting.address;
import static org.quanzu.platform.settings.Setting.currency;
import static org.quanzu.platform.settings.Setting.database;
import static org.quanzu.platform.settings.Setting.duration;
import static org.quanzu.platform.settings.Setting.flag;
import static org.quanzu.platform.settings.Setting.folder;
import static org.quanzu.platform.settings.Setting.keys;
import static org.quanzu.platform.settings.Setting.secret;
import static org.quanzu.platform.settings.Setting.size;
import static org.quanzu.platform.settings.Setting.text;
import static org.quanzu.platform.settings.Setting.timeOfDay;
import static org.quanzu.platform.settings.Setting.whole;
import static org.quanzu.platform.settings.Setting.word;
import static org.quanzu.platform.settings.Setting.zone;

import java.util.List;

/** Every setting that {@code src/docs/operations.md} names, with what it may be. */
final class KnownSettings {
    static final List<Setting> ALL = List.of(
            whole("server.port", 0, 65_535),
            address("server.address"),
            whole("management.server.port", -1, 65_535),
            word(
                    "server.forward-headers-strategy",
                    List.of("native", "framework", "none", "NATIVE", "FRAMEWORK", "NONE")),
            whole("server.tomcat.threads.max", 16, 10_000),
            whole("server.tomcat.max-connections", 100, 1_000_000),
            whole("server.tomcat.accept-count", 1, 65_535),
            duration("server.tomcat.connection-timeout", "1s", "10m"),
            duration("server.tomcat.keep-alive-timeout", "1s", "1h"),
            size("server.tomcat.max-swallow-size"),
            duration("spring.lifecycle.timeout-per-shutdown-phase", "1s", "10m"),
            database("spring.datasource.url"),
            whole("spring.datasource.hikari.maximum-pool-size", 2, 1_000),
            whole("spring.datasource.hikari.connection-timeout", 250, 600_000),
            folder("quanzu.data"),
            folder("quanzu.rules"),
            folder("quanzu.simulations"),
            folder("quanzu.database.programs"),
            whole("quanzu.database.port", 0, 65_535),
            whole("quanzu.database.shared-buffers-megabytes", 16, 65_536),
            duration("quanzu.database.answer-timeout", "1s", "10m"),
            flag("quanzu.database.writer"),
            text("quanzu.node", 1, 60),
            whole("quanzu.hot-persons", 1, 100_000_000),
            whole("quanzu.latency-budget-millis", 1, 60_000),
            whole("quanzu.recent.payment-count", 10, 5_000),
            whole("quanzu.recent.payment-days", 3, 365),
            whole("quanzu.recent.call-count", 10, 5_000),
            whole("quanzu.recent.call-days", 3, 365),
            whole("quanzu.recent.message-count", 10, 5_000),
            whole("quanzu.recent.message-days", 3, 365),
            whole("quanzu.recent.activity-count", 10, 5_000),
            whole("quanzu.recent.activity-days", 3, 365),
            whole("quanzu.retention-days", 1, 3_650),
            whole("quanzu.retention.persons", 0, 36_500),
            whole("quanzu.retention.cases", 0, 36_500),
            word("quanzu.degraded-decision", List.of("ALLOW", "WARN", "CHALLENGE", "HOLD")),
            currency("quanzu.currency"),
            zone("quanzu.zone"),
            duration("quanzu.clock-tolerance", "0s", "1d"),
            text("quanzu.country-code-sources", 0, 1_000),
            keys("quanzu.identity-key"),
            keys("quanzu.encryption-keys"),
            secret("quanzu.api-key", 32, 200),
            secret("quanzu.admin-password", 10, 72),
            whole("quanzu.limits.request-bytes", 1_000, 100_000_000),
            whole("quanzu.limits.batch-bytes", 1_000, 1_000_000_000),
            whole("quanzu.limits.batch-lines", 1, 1_000_000),
            whole("quanzu.limits.batches-at-once", 1, 100),
            whole("quanzu.limits.requests-per-second", 0, 1_000_000),
            whole("quanzu.limits.slow-bodies", 2, 1_000),
            duration("quanzu.limits.body-time", "1s", "10m"),
            text("quanzu.outreach.centre", 1, 60),
            flag("quanzu.outreach.allow-private"),
            duration("quanzu.outreach.timeout", "1s", "60s"),
            whole("quanzu.outreach.tries", 1, 100),
            duration("quanzu.outreach.first-wait", "1ms", "1d"),
            duration("quanzu.outreach.longest-wait", "1ms", "7d"),
            duration("quanzu.outreach.automatic-gap", "1h", "365d"),
            duration("quanzu.banks.keep", "1d", "3650d"),
            duration("quanzu.desk.lease", "15s", "1d"),
            zone("quanzu.desk.zone"),
            timeOfDay("quanzu.desk.quiet-from"),
            timeOfDay("quanzu.desk.quiet-until"),
            whole("quanzu.desk.overflow-seconds", 0, 3_600),
            whole("quanzu.desk.recheck-percent", 0, 100),
            flag("quanzu.desk.watch"),
            zone("quanzu.console.zone"),
            whole("quanzu.console.reveals-per-day", 0, 1_000_000),
            flag("quanzu.console.oidc.only"),
            duration("quanzu.console.oidc.session", "1m", "7d"));

    private KnownSettings() {}
}
