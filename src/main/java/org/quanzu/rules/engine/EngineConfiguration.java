package org.quanzu.rules.engine;

import org.quanzu.rules.Tracing;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Offers what the engine can tell beyond evaluating. */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

    @Bean
    Tracing tracing() {
        return new DroolsTracing();
    }
}
