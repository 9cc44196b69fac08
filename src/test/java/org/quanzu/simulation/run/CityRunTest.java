package org.quanzu.simulation.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quanzu.simulation.Deployment;
import org.quanzu.simulation.SmallCity;
import org.quanzu.simulation.city.City;
import org.quanzu.simulation.life.Episode;
import org.quanzu.testkit.FixedRuleSets;

class CityRunTest {
    @TempDir
    private Path folder;

    @Test
    void findsTheSameWhateverTheNumberOfThreads() {
        City city = new SmallCity(folder).read();

        CityRun.Told alone = run(city, 1);
        CityRun.Told four = run(city, 4);

        assertThat(four.findings()).isEqualTo(alone.findings());
        assertThat(four.examples()).isEqualTo(alone.examples());
    }

    @Test
    void warnsOfEveryScamWithALargePayment() {
        Findings findings = run(new SmallCity(folder).read(), 2).findings();

        assertThat(findings.episodes()).hasSize(40);
        assertThat(findings.of(Deployment.BOTH).warnings())
                .filteredOn(it -> it.episode() >= 0)
                .extracting(Warning::episode)
                .containsAll(findings.episodes().stream().map(Episode::id).toList());
        assertThat(findings.of(Deployment.BANK).warnings()).isNotEmpty();
        assertThat(findings.of(Deployment.TELECOM).warnings()).isEmpty();
    }

    @Test
    void namesThePersonaBehindAFalseAlarm() {
        SmallCity city = new SmallCity(folder).with("city.yaml", "raised: 1}", "raised: 0}");
        city.with("city.yaml", "{tenant: 0.3}", "{tenant: 1}");

        Findings findings = run(city.read(), 2).findings();

        assertThat(findings.episodes()).isEmpty();
        assertThat(findings.of(Deployment.BOTH).warnings())
                .isNotEmpty()
                .allMatch(it -> it.episode() == -1)
                .extracting(Warning::persona)
                .contains("tenant");
    }

    @Test
    void countsRulesOncePerScamAndDay() {
        Findings findings = run(new SmallCity(folder).read(), 2).findings();

        assertThat(findings.of(Deployment.BOTH).rules()).containsExactly(new RuleTally("LOAN-001", 40, 0));
    }

    @Test
    void keepsTheDaysBeforeOutOfWhatItMeasures() {
        City city = new SmallCity(folder).read();

        Findings findings = run(city, 2).findings();

        assertThat(findings.of(Deployment.BOTH).warnings()).allMatch(it -> it.atMillis() >= findings.beginMillis());
        assertThat(findings.days()).isEqualTo(30);
    }

    private static CityRun.Told run(City city, int threads) {
        return new CityRun(city, new FixedRuleSets().current(), new Workers(threads, () -> {}), 0).run(true);
    }
}
