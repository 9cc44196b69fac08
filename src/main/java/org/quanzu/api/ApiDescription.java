package org.quanzu.api;

import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.quanzu.problem.Json;
import org.springdoc.core.filters.GlobalOpenApiMethodFilter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The OpenAPI document: written by hand in {@code openapi.yaml}, since bodies are read by hand too. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    @Bean
    OpenAPI openApi() {
        try (InputStream yaml = new ClassPathResource("openapi.yaml").getInputStream()) {
            Object document = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
            return Json31.mapper()
                    .readValue(Json.bytes(document), OpenAPI.class)
                    .specVersion(SpecVersion.V31);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Nothing is described by looking at controllers. */
    @Bean
    GlobalOpenApiMethodFilter noneOfTheControllers() {
        return method -> false;
    }
}
