package org.quanzu.platform.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SpringSettingsTest {

    @Test
    void areTheArgumentsWithADotInTheirName() {
        var settings = SpringSettings.among("key", "--server.port=8081", "--name", "a.b", "--debug", "--scopes=score");

        assertThat(settings.arguments()).containsExactly("--server.port=8081", "--debug");
    }

    @Test
    void answerTheArgumentBeforeTheDefault() {
        var settings = SpringSettings.among("--quanzu.rules=/tmp/rules");

        assertThat(settings.get("quanzu.rules", "rules")).isEqualTo("/tmp/rules");
        assertThat(settings.get("quanzu.simulations", "simulations")).isEqualTo("simulations");
    }
}
