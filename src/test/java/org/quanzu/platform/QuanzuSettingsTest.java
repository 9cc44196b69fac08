package org.quanzu.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class QuanzuSettingsTest {

    @Test
    void areCompleteWhenNothingIsSet() {
        var settings = bind(Map.of());

        assertThat(settings.data()).isEqualTo(Path.of("data"));
        assertThat(settings.latencyBudgetMillis()).isEqualTo(300);
        assertThat(settings.retentionDays()).isEqualTo(90);
        assertThat(settings.database().writer()).isTrue();
        assertThat(settings.limits().batchBytes()).isEqualTo(50_000_000);
    }

    @Test
    void rejectAValueOutOfRangeWithItsName() {
        assertThatThrownBy(() -> bind(Map.of("quanzu.retention-days", "0")))
                .rootCause()
                .hasMessage("The setting quanzu.retention-days is 0\n"
                        + "Maybe set it between 1 and 3650, as in --quanzu.retention-days=3650");
    }

    @Test
    void keepSecretsOutOfTheirText() {
        var settings = bind(Map.of("quanzu.api-key", "qz_secret", "quanzu.admin-password", "hunter2hunter2"));

        assertThat(settings.toString()).doesNotContain("qz_secret", "hunter2");
    }

    private static QuanzuSettings bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate("quanzu", QuanzuSettings.class);
    }
}
