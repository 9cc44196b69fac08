package org.quanzu.simulation.story;

import java.nio.file.Path;
import org.quanzu.rules.WarmUp;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lends the stories to the rule sets for warming up. */
@Configuration(proxyBeanMethods = false)
class SimulationConfiguration {

    @Bean
    WarmUp storyWarmUp(@Value("${quanzu.simulations:simulations}") Path simulations) {
        return new StoryWarmUp(simulations);
    }
}
