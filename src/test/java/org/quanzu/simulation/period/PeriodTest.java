package org.quanzu.simulation.period;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quanzu.scoring.RuleSet;
import org.quanzu.simulation.SmallCity;
import org.quanzu.simulation.city.City;
import org.quanzu.simulation.feed.Export;
import org.quanzu.simulation.feed.Feed;
import org.quanzu.simulation.run.CityRun;
import org.quanzu.simulation.run.Workers;
import org.quanzu.simulation.witness.Example;
import org.quanzu.testkit.FixedRuleSets;

class PeriodTest {
    private static final int WARM_UP_DAYS = 3;
    private final RuleSet ruleSet = new FixedRuleSets().current();

    @TempDir
    private Path folder;

    private Path period;
    private City city;

    @BeforeEach
    void export() {
        city = new SmallCity(folder.resolve("city"))
                .with("city.yaml", "raised: 1}", "raised: 0.5}")
                .read();
        period = folder.resolve("period");
        new Export(new Feed(city), () -> {}).to(period);
    }

    @Test
    void seesInFilesWhatTheRunOfTheCitySaw() {
        List<Example> run = new CityRun(city, ruleSet, new Workers(2, () -> {}), 0)
                .run(true)
                .examples();

        Period.Told told = Period.read(period, ruleSet).tell(WARM_UP_DAYS, 1, () -> {});

        assertThat(told.examples())
                .extracting(PeriodTest::seen)
                .containsExactlyInAnyOrderElementsOf(
                        run.stream().map(PeriodTest::seen).toList());
        assertThat(told.examples()).anyMatch(Example::ofScam).anyMatch(it -> !it.ofScam());
        assertThat(told.persons()).isEqualTo(40);
        assertThat(told.scams()).isPositive();
        assertThat(told.unmet()).isZero();
    }

    private static Seen seen(Example example) {
        return new Seen(example.family(), example.rules(), example.amountAtRisk());
    }

    private record Seen(@Nullable String family, Set<String> rules, BigDecimal amountAtRisk) {}

    @Test
    void leavesOutWhoeverWasScammedWithoutAKnownLoss() throws IOException {
        Path episodes = period.resolve("episodes.ndjson");
        Files.writeString(episodes, Files.readString(episodes).replaceAll(",\"mainLossAt\":\"[^\"]*\"", ""));

        Period.Told told = Period.read(period, ruleSet).tell(WARM_UP_DAYS, 1, () -> {});

        assertThat(told.examples()).isNotEmpty().noneMatch(Example::ofScam);
    }

    @Test
    void keepsWholePersonsTogetherAndWeighsScams() {
        Period.Told told = Period.read(period, ruleSet).tell(WARM_UP_DAYS, 0.25, () -> {});

        Set<Integer> scammed = persons(told, true);
        assertThat(persons(told, false)).isNotEmpty().doesNotContainAnyElementsOf(scammed);
        assertThat(told.examples()).filteredOn(Example::ofScam).allMatch(it -> it.weight() == 0.25);
        assertThat(told.examples()).filteredOn(it -> !it.ofScam()).allMatch(it -> it.weight() == 1);
    }

    private static Set<Integer> persons(Period.Told told, boolean scam) {
        return told.examples().stream()
                .filter(it -> it.ofScam() == scam)
                .map(Example::person)
                .collect(Collectors.toSet());
    }

    @Test
    void countsLabelsWithoutEvents() throws IOException {
        Path truth = period.resolve("truth.ndjson");
        int episode = Integer.parseInt(
                Files.readString(period.resolve("episodes.ndjson")).replaceAll("(?s)^.{11}(\\d+).*", "$1"));
        Files.writeString(truth, Files.readString(truth) + "{\"eventId\":\"nowhere\",\"episode\":" + episode + "}\n");

        assertThat(Period.read(period, ruleSet).tell(WARM_UP_DAYS, 1, () -> {}).unmet())
                .isEqualTo(1);
    }

    @Test
    void doesWithoutPersons() throws IOException {
        Files.delete(period.resolve("persons.ndjson"));

        assertThat(Period.read(period, ruleSet).tell(WARM_UP_DAYS, 1, () -> {}).persons())
                .isEqualTo(40);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            truth.ndjson    | {"eventId":"e","episod":1}          | truth.ndjson:1: /episod is not a known field   | Maybe "episode" was meant
            truth.ndjson    | {"eventId":"e","episode":99999}     | truth.ndjson:1: /episode is 99999              | Maybe add a line for it there
            truth.ndjson    | {"episode":1}                       | truth.ndjson:1: /eventId                       | is missing
            truth.ndjson    | {"eventId":                         | truth.ndjson:1: The body                       | line 1
            episodes.ndjson | {"episode":1,"family":"lone"}       | episodes.ndjson:1: /family is "lone"           | allowed are loan
            episodes.ndjson | {"family":"loan"}                   | episodes.ndjson:1: /episode                    | Maybe number the scams from 0
            episodes.ndjson | {"episode":1,"family":"loan","mainLossAt":"noon"} | episodes.ndjson:1: /mainLossAt  | noon
            persons.ndjson  | {"ownAccounts":["a"]}               | persons.ndjson:1: /personId                    | is missing
            events.ndjson   | {"type":"call","eventId":"c","occurredAt":"2026-03-02T14:05:00+08:00","phone":"13800000000","direction":"IN","number":"110","answered":false,"state":"ENDED"} | events.ndjson:1: /personId is missing | Maybe replace
            """)
    void saysInWhichLineAFileCannotBeUsed(String file, String line, String where, String what) throws IOException {
        Files.writeString(period.resolve(file), line + "\n");

        assertThatThrownBy(() -> Period.read(period, ruleSet).tell(WARM_UP_DAYS, 1, () -> {}))
                .isInstanceOf(InvalidPeriod.class)
                .hasMessageContaining(where)
                .hasMessageContaining(what);
    }

    @Test
    void saysWhichFileIsMissing() throws IOException {
        Files.delete(period.resolve("truth.ndjson"));

        assertThatThrownBy(() -> Period.read(period, ruleSet))
                .hasMessageContaining("truth.ndjson: there is no such file")
                .hasMessageContaining("\nMaybe ");
    }
}
