package org.quanzu.platform.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.Environment;

class ZoneSettingsTest {
    private final ApplicationContextRunner runner =
            new ApplicationContextRunner().withInitializer(new ConfigDataApplicationContextInitializer());

    private List<String> zones(String... settings) {
        List<String> zones = new ArrayList<>();
        runner.withPropertyValues(settings).run(context -> {
            Environment environment = context.getEnvironment();
            zones.add(environment.getProperty("quanzu.desk.zone"));
            zones.add(environment.getProperty("quanzu.console.zone"));
        });
        return zones;
    }

    @Test
    void livesInShanghaiWhereNothingIsSet() {
        assertThat(zones()).containsExactly("Asia/Shanghai", "Asia/Shanghai");
    }

    @Test
    void followsTheZoneOfTheHouse() {
        assertThat(zones("quanzu.zone=Europe/Berlin")).containsExactly("Europe/Berlin", "Europe/Berlin");
    }

    @Test
    void keepsAZoneThatIsSetItself() {
        assertThat(zones("quanzu.zone=Europe/Berlin", "quanzu.desk.zone=Asia/Tokyo"))
                .containsExactly("Asia/Tokyo", "Europe/Berlin");
    }
}
