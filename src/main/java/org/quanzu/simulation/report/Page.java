package org.quanzu.simulation.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.webjars.WebJarVersionLocator;
import tools.jackson.databind.json.JsonMapper;

/** A report as a page that needs nothing else: styles, the chart library and the figures of the charts are inside. */
final class Page {
    private static final String FOLDER = "templates/simulation/";

    private final SpringTemplateEngine engine = new SpringTemplateEngine();

    Page() {
        ClassLoaderTemplateResolver templates = new ClassLoaderTemplateResolver();
        templates.setPrefix(FOLDER);
        templates.setSuffix(".html");
        templates.setTemplateMode(TemplateMode.HTML);
        templates.setCharacterEncoding(StandardCharsets.UTF_8.name());
        engine.setTemplateResolver(templates);
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages");
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        messages.setFallbackToSystemLocale(false);
        engine.setTemplateEngineMessageSource(messages);
    }

    String of(Report report, Locale language) {
        Context context = new Context(language);
        context.setVariable("report", report);
        context.setVariable("show", new Show(language));
        context.setVariable("library", resource(charts()));
        context.setVariable("script", resource(FOLDER + "report.js"));
        context.setVariable("style", resource(FOLDER + "report.css"));
        context.setVariable("data", json(report));
        return engine.process("report", context);
    }

    private static String charts() {
        return Objects.requireNonNull(new WebJarVersionLocator().fullPath("echarts", "dist/echarts.min.js"), "echarts");
    }

    /** JSON that cannot end the element it stands in. */
    private static String json(Report report) {
        return JsonMapper.shared().writeValueAsString(report).replace("<", "\\u003c");
    }

    private static String resource(String name) {
        try (InputStream in = Page.class.getClassLoader().getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
