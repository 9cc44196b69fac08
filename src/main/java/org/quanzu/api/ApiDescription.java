package org.quanzu.api;

import io.micrometer.core.instrument.MeterRegistry;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Set;
import java.util.stream.Collectors;
import org.quanzu.api.metrics.EventMetrics;
import org.quanzu.problem.Json;
import org.springdoc.core.filters.GlobalOpenApiMethodFilter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The OpenAPI document: written by hand in {@code openapi.yaml}, since bodies are read by hand too. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    @Bean
    OpenAPI openApi() {
        try {
            return Json31.mapper()
                    .readValue(Json.bytes(document()), OpenAPI.class)
                    .specVersion(SpecVersion.V31);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Object document() {
        try (InputStream yaml = new ClassPathResource("openapi.yaml").getInputStream()) {
            return new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Bean
    EventMetrics eventMetrics(MeterRegistry meters, Clock clock) {
        return new EventMetrics(meters, clock, fields());
    }

    /** The names of all fields that a request or an answer may have. */
    static Set<String> fields() {
        JsonNode schemas = JsonMapper.shared().readTree(Json.bytes(document())).at("/components/schemas");
        return schemas.values().stream()
                .flatMap(schema -> schema.path("properties").propertyNames().stream())
                .collect(Collectors.toSet());
    }

    /** Nothing is described by looking at controllers. */
    @Bean
    GlobalOpenApiMethodFilter noneOfTheControllers() {
        return method -> false;
    }
}
