package org.quanzu.platform.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quanzu.Quanzu;
import org.springframework.boot.SpringApplication;
import org.springframework.mock.env.MockEnvironment;

class SettingsCheckTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    server.port                          | 80800
                    server.port                          | http
                    server.address                       | no such host
                    quanzu.database.port                 | -1
                    quanzu.recent.payment-days           | 2
                    quanzu.recent.activity-count         | all
                    quanzu.retention-days                | soon
                    quanzu.retention-days                | 0
                    quanzu.retention.persons             | -1
                    quanzu.retention.cases               | long
                    quanzu.latency-budget-millis         | 0
                    quanzu.hot-persons                   | 0
                    quanzu.degraded-decision             | NEVER
                    quanzu.currency                      | RMBX
                    quanzu.desk.lease                    | 14s
                    quanzu.desk.lease                    | long
                    quanzu.desk.zone                     | Asia/Peking
                    quanzu.desk.quiet-from               | 25:00
                    quanzu.desk.overflow-seconds         | -1
                    quanzu.desk.recheck-percent          | 101
                    quanzu.desk.watch                    | perhaps
                    quanzu.console.zone                  | here
                    quanzu.console.reveals-per-day       | -1
                    quanzu.console.oidc.session          | 8d
                    quanzu.console.oidc.issuer           | http://example.org
                    quanzu.outreach.tries                | 0
                    quanzu.outreach.timeout              | 61s
                    quanzu.limits.batch-lines            | 0
                    quanzu.database.answer-timeout       | 0s
                    quanzu.limits.body-time              | 0s
                    quanzu.rules                         | pom.xml
                    quanzu.data                          | pom.xml
                    spring.datasource.url                | nonsense
                    spring.datasource.hikari.maximum-pool-size | 0
                    server.tomcat.threads.max            | 0
                    server.tomcat.connection-timeout     | 0s
                    """)
    void namesASettingThatCannotBeAndItsValue(String name, String value) {
        var environment = new MockEnvironment().withProperty(name, value);

        assertThatExceptionOfType(WrongSetting.class)
                .isThrownBy(() -> SettingsCheck.check(environment))
                .withMessageContaining(name.replaceFirst("[.]url$", ""))
                .withMessageMatching("(?s)[^\n]+\nMaybe [^\n]+");
    }

    @ParameterizedTest
    @CsvSource({
        "quanzu.api-key,qz_short",
        "quanzu.admin-password,hush",
        "quanzu.identity-key,hush",
        "quanzu.encryption-keys,hush"
    })
    void keepsSecretsOutOfWhatItSays(String name, String value) {
        var environment = new MockEnvironment().withProperty(name, value);

        assertThatExceptionOfType(WrongSetting.class)
                .isThrownBy(() -> SettingsCheck.check(environment))
                .withMessageContaining(name)
                .satisfies(failure -> assertThat(failure.getMessage()).doesNotContain(value));
    }

    @Test
    void leavesOutThePasswordOfAnAddress() {
        var environment =
                new MockEnvironment().withProperty("spring.datasource.url", "mysql://li:hush@db/x?password=hush");

        assertThatExceptionOfType(WrongSetting.class)
                .isThrownBy(() -> SettingsCheck.check(environment))
                .satisfies(failure -> assertThat(failure.getMessage())
                        .contains("mysql://db/x")
                        .doesNotContain("hush"));
    }

    @Test
    void takesWhatIsShipped() {
        assertThatCode(() -> SettingsCheck.check(new MockEnvironment())).doesNotThrowAnyException();
    }

    @Test
    void endsTheStartBeforeTheDataFolderIsTouched() {
        Path data = Path.of("target/never-made");
        var application = new SpringApplication(Quanzu.class);

        assertThatExceptionOfType(WrongSetting.class)
                .isThrownBy(() -> application.run("--quanzu.data=" + data, "--quanzu.api-key=short"));

        assertThat(data).doesNotExist();
    }

    @Test
    void knowsEverySettingOfTheDocumentation() throws IOException {
        var documentation = Files.readString(Path.of("src/docs/operations.md"));
        var table = documentation.substring(documentation.indexOf("## Settings"));
        var named = Pattern.compile("(?m)^[|] `(quanzu[.][a-z.-]+)`")
                .matcher(table.substring(0, table.indexOf("\n## ")))
                .results()
                .map(found -> found.group(1));

        assertThat(SettingsCheck.names()).containsAll(named.toList());
    }
}
