package org.quanzu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quanzu.testkit.PatientServer;
import org.quanzu.testkit.Times;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The dashboard and the alerts that are shipped ask for metrics that there are. */
class MonitoringIT {
    private static final Path FOLDER = Path.of("src", "docs", "monitoring");
    private static final Pattern EXPRESSION = Pattern.compile("\"?expr\"?: *(.+)");
    private static final Pattern METRIC = Pattern.compile("\\b[a-z]+(?:_[a-z0-9]+)+\\b(?=[\\[{ )\"]|$)");
    private static final Pattern FUNCTION = Pattern.compile("histogram_quantile|group_left|count_values");

    @RegisterExtension
    static final PatientServer SERVER = new PatientServer();

    private static Set<String> known;

    @BeforeAll
    static void causeThem() {
        SERVER.post("/api/v1/calls", """
                {"eventId":"metrics-1","personId":"metrics","occurredAt":"%s","direction":"IN",
                 "number":"+447700900123","answered":true,"state":"ACTIVE"}""".formatted(Times.minutesAgo(40)));
        SERVER.post("/api/v1/transactions", """
                {"eventId":"metrics-2","personId":"metrics","occurredAt":"%s","direction":"OUT","amount":"8600.00",
                 "currency":"CNY","counterparty":{"account":"6222020200112233445","kind":"PERSONAL"},
                 "status":"ATTEMPTED"}""".formatted(Times.minutesAgo(0)));
        SERVER.post("/api/v1/transactions", "{}");
        known = SERVER.get("/actuator/prometheus").body().lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("[{ ]", 2)[0])
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @ValueSource(strings = {"grafana-dashboard.json", "prometheus-alerts.yaml"})
    void findsEveryMetricAskedFor(String file) throws IOException {
        String text = Files.readString(FOLDER.resolve(file));

        Set<String> asked = EXPRESSION
                .matcher(text)
                .results()
                .flatMap(expression -> METRIC.matcher(expression.group(1)).results())
                .map(MatchResult::group)
                .filter(name -> !FUNCTION.matcher(name).matches())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(asked).hasSizeGreaterThan(5).isSubsetOf(known);
        assertThat((Object) new Yaml(new SafeConstructor(new LoaderOptions())).load(text))
                .isNotNull();
    }

    @Test
    void findsEveryMetricDocumented() throws IOException {
        String text = Files.readString(Path.of("src/docs/operations.md"));

        assertThat(known.stream()
                        .filter(name -> name.startsWith("quanzu_"))
                        .map(name -> name.replaceAll("_(total|seconds|bucket|count|sum|max)", ""))
                        .distinct())
                .isNotEmpty()
                .allSatisfy(name -> assertThat(text).contains("`" + name.replace('_', '.') + "`"));
    }
}
