package org.quanzu.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.quanzu.platform.QuanzuSettings;
import org.quanzu.testkit.SettableClock;
import org.quanzu.testkit.TestDatabase;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

@ExtendWith(OutputCaptureExtension.class)
class FirstAccessIT {
    private static final String KEY = "qz_0123456789012345678901234567890123456789";
    private final HikariDataSource database = TestDatabase.fresh();
    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-01T06:00:00Z"));
    private final JdbcApiKeys keys = new JdbcApiKeys(JdbcClient.create(database), clock);
    private final FirstAccess access =
            new FirstAccess(keys, new JdbcUsers(JdbcClient.create(database), clock), new BCryptPasswordEncoder(4));

    @AfterEach
    void close() {
        database.close();
    }

    private static QuanzuSettings settings(String key) {
        var environment = new MockEnvironment()
                .withProperty("quanzu.api-key", key)
                .withProperty("quanzu.admin-password", "a long enough password");
        return Binder.get(environment).bindOrCreate("quanzu", QuanzuSettings.class);
    }

    @Test
    void startsWithARevokedKeyButLeavesItRevoked(CapturedOutput output) {
        access.ensure(settings(KEY));
        keys.revoke("environment");

        access.ensure(settings(KEY));

        assertThat(keys.find(KEY)).isEmpty();
        assertThat(output.getAll())
                .contains("The API key in QUANZU_API_KEY was revoked or has expired, and stays so; set another one")
                .doesNotContain(KEY);
    }

    @Test
    void replacesTheKeyThatWasSetByANewOne() {
        access.ensure(settings(KEY));

        access.ensure(settings(KEY + "new"));

        assertThat(keys.find(KEY)).isEmpty();
        assertThat(keys.find(KEY + "new")).isPresent();
    }
}
