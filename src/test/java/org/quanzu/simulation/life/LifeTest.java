package org.quanzu.simulation.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quanzu.event.CallEvent;
import org.quanzu.event.Direction;
import org.quanzu.event.TransactionEvent;
import org.quanzu.event.TransactionStatusEvent;
import org.quanzu.eventjson.EventJson;
import org.quanzu.simulation.SmallCity;
import org.quanzu.simulation.city.City;
import org.quanzu.simulation.script.Shift;

class LifeTest {
    @TempDir
    private Path folder;

    @Test
    void isTheSameEachTimeItIsLived() {
        Citizens citizens = new Citizens(new SmallCity(folder).read());

        assertThat(text(citizens.life(3))).isEqualTo(text(citizens.life(3)));
        assertThat(text(citizens.life(3))).isNotEqualTo(text(citizens.life(4)));
    }

    @Test
    void isAnotherForAnotherSeed() {
        City city = new SmallCity(folder).read();

        assertThat(text(new Citizens(city.with(40, 7)).life(3)))
                .isNotEqualTo(text(new Citizens(city.with(40, 8)).life(3)));
    }

    @Test
    void tellsInOrderOfTime() {
        Citizens citizens = new Citizens(new SmallCity(folder).read());

        for (int person = 0; person < citizens.count(); person++) {
            assertThat(all(citizens.life(person)))
                    .isNotEmpty()
                    .isSortedAccordingTo((a, b) -> Long.compare(a.atMillis(), b.atMillis()));
        }
    }

    @Test
    void happensAtAnyMillisecond() {
        Citizens citizens = new Citizens(new SmallCity(folder).read());

        Set<Integer> millis = all(citizens.life(0)).stream()
                .map(it -> it.event().occurredAt().get(ChronoField.MILLI_OF_SECOND))
                .collect(Collectors.toSet());

        assertThat(millis).hasSizeGreaterThan(30);
    }

    @Test
    void tellsWhatBecameOfAPaymentAfterIt() {
        Citizens citizens = new Citizens(new SmallCity(folder).read());

        for (int person = 0; person < citizens.count(); person++) {
            Map<String, OffsetDateTime> paid = new HashMap<>();
            for (Happening it : all(citizens.life(person))) {
                if (it.event() instanceof TransactionEvent payment) {
                    paid.put(payment.header().eventId(), payment.occurredAt());
                } else if (it.event() instanceof TransactionStatusEvent status) {
                    assertThat(status.occurredAt()).isAfter(paid.get(status.transactionId()));
                }
            }
        }
    }

    @Test
    void endsACallAfterWhatHappensDuringIt() {
        SmallCity city = new SmallCity(folder)
                .with(
                        "playbooks/fee.yaml",
                        "{with: caller, minutes: [2, 6]}",
                        "{with: caller, minutes: [2, 6], meanwhile: [{payment: {to: mule, amount: 500}}]}");
        Citizens citizens = new Citizens(city.read());

        for (int person = 0; person < citizens.count(); person++) {
            Life life = citizens.life(person);
            all(life);
            Episode episode = life.episode().orElseThrow();
            Episode.Talk talk = episode.talks().get(0);
            assertThat(episode.losses().get(0).atMillis()).isBetween(talk.startMillis(), talk.endMillis());
        }
    }

    @Test
    void keepsTheTruthOfAScamBesideTheEvents() {
        Citizens citizens = new Citizens(new SmallCity(folder).read());
        Life life = citizens.life(0);
        List<Happening> scam =
                all(life).stream().filter(it -> it.truth().ofScam()).toList();

        Episode episode = life.episode().orElseThrow();
        BigDecimal lost = scam.stream().map(it -> it.truth().loss()).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(episode.playbook()).isEqualTo("fee");
        assertThat(episode.family()).isEqualTo("loan");
        assertThat(episode.stages()).extracting(Episode.Stage::name).containsExactly("L0", "L2", "L4");
        assertThat(episode.losses()).hasSize(2);
        assertThat(episode.total()).isEqualByComparingTo(lost).isPositive();
        assertThat(episode.mainLossMillis()).hasValue(episode.losses().get(1).atMillis());
        assertThat(episode.talks()).hasSize(1);
    }

    @Test
    void beginsScamsOnlyInTheDaysThatAreMeasured() {
        City city = new SmallCity(folder).read();
        Citizens citizens = new Citizens(city);
        long measured = city.span().second(city.span().warmUpDays()) * 1000;

        for (int person = 0; person < citizens.count(); person++) {
            assertThat(all(citizens.life(person)))
                    .filteredOn(it -> it.truth().ofScam())
                    .allMatch(it -> it.atMillis() >= measured);
        }
    }

    @Test
    void movesThePlaybookWithTheShift() {
        Episode plain = episode(new SmallCity(folder).read());
        Episode moved = episode(new SmallCity(folder).read(new Shift(0.33, 1)));

        assertThat(moved.total()).isNotEqualByComparingTo(plain.total());
    }

    @Test
    void takesMoneyFromAStrangerAndCallsFromOne() {
        Life life = new Citizens(new SmallCity(folder).read()).life(1);

        List<Happening> scam =
                all(life).stream().filter(it -> it.truth().ofScam()).toList();
        assertThat(scam)
                .filteredOn(it -> it.event() instanceof TransactionEvent)
                .allMatch(it -> ((TransactionEvent) it.event()).direction() == Direction.OUT)
                .allMatch(it -> it.shared() != null);
        assertThat(scam)
                .filteredOn(it -> it.event() instanceof CallEvent)
                .allMatch(it -> ((CallEvent) it.event()).direction() == Direction.IN)
                .isNotEmpty();
    }

    private static Episode episode(City city) {
        Life life = new Citizens(city).life(0);
        all(life);
        return life.episode().orElseThrow();
    }

    private static List<Happening> all(Life life) {
        List<Happening> all = new ArrayList<>();
        while (life.hasNext()) {
            all.addAll(life.next());
        }
        return all;
    }

    private static List<String> text(Life life) {
        return all(life).stream()
                .map(it -> new String(EventJson.write(it.event()), java.nio.charset.StandardCharsets.UTF_8))
                .toList();
    }
}
