package org.quanzu.assessor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.quanzu.assessor.AssessorResult.Assessed;
import org.quanzu.event.Event;
import org.quanzu.event.PersonRef;
import org.quanzu.eventjson.EventJson;
import org.quanzu.fact.Attributes;
import org.quanzu.fact.Surroundings;
import org.quanzu.scoring.Decision;
import org.quanzu.scoring.RuleSet;
import org.quanzu.testkit.BankEvents;
import org.quanzu.testkit.FixedRuleSets;
import org.quanzu.testkit.Histories;
import org.quanzu.watchlist.Watchlists;

class PersonStateCodecTest {
    private static final RuleSet RULES = new FixedRuleSets().current();

    /** A profile as it was stored before states were: a payment of 8,600, and before it one whose status became FAILED. */
    private static final Path OLD = Path.of("src/test/resources/recorded/profile-version-1.bin");

    @Property(tries = 30)
    void readsBackWhatItWrote(@ForAll long seed) {
        PersonState state = after(Histories.of(seed, "p-1", 150));

        byte[] bytes = PersonStateCodec.write(state);

        PersonState read = read(bytes);
        assertThat(read.level()).isEqualTo(state.level());
        assertThat(read.seen()).isEqualTo(state.seen());
        assertThat(read.registered()).isTrue();
        assertThat(PersonStateCodec.write(read)).isEqualTo(bytes);
    }

    @Property(tries = 15)
    void answersTheSameWhereverItWasStoredAndReadBack(@ForAll long seed) {
        Random when = new Random(seed);
        PersonState kept = PersonState.empty("p-1");
        PersonState stored = kept;
        for (Event event : Histories.of(seed, "p-1", 150)) {
            Assessed one = assess(kept, event);
            Assessed other = assess(stored, event);
            kept = one.after();
            stored = when.nextInt(4) == 0 ? read(PersonStateCodec.write(other.after())) : other.after();

            assertThat(other.assessment()).isEqualTo(one.assessment());
            assertThat(PersonStateCodec.write(stored)).isEqualTo(PersonStateCodec.write(kept));
        }
    }

    @Test
    void readsAProfileStoredByItselfBeforeThereWereStates() throws IOException {
        PersonState state = read(Files.readAllBytes(OLD));
        Event late = BankEvents.payment(
                "t-9", PersonRef.ofId("p-1"), "10", "acc-1", OffsetDateTime.parse("2026-03-02T15:00:00+08:00"));

        Assessed next = assess(state, late);

        assertThat(next.assessment().level()).isEqualTo("RED");
        assertThat(next.assessment().amountAtRisk()).isEqualByComparingTo("8600");
        assertThat(next.assessment().decision()).isEqualTo(Decision.WARN);
        assertThat(state.seen().size()).isEqualTo(2);
    }

    @Test
    void refusesAStateOfANewerVersion() {
        byte[] bytes = PersonStateCodec.write(PersonState.empty("p-1"));
        bytes[1] = 99;

        assertThatThrownBy(() -> read(bytes)).hasMessageContaining("version 99").hasMessageContaining("Maybe");
    }

    private static PersonState after(List<Event> events) {
        PersonState state = PersonState.empty("p-1");
        for (Event event : events) {
            state = assess(state, event).after();
        }
        return state;
    }

    private static Assessed assess(PersonState state, Event event) {
        return Assessor.assessNew(
                state, event, SeenEvents.contentOf(EventJson.write(event)), Surroundings.UNKNOWN, RULES);
    }

    private static PersonState read(byte[] bytes) {
        return PersonStateCodec.read(bytes, "p-1", Attributes.NONE, Watchlists.EMPTY);
    }
}
