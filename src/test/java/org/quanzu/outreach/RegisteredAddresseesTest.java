package org.quanzu.outreach;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quanzu.outreach.Addressees.Addressee;
import org.quanzu.outreach.Addressees.Who;
import org.quanzu.person.source.PersonAttributes;
import org.quanzu.testkit.InMemoryPersons;

class RegisteredAddresseesTest {
    private static final Instant NOW = Instant.parse("2026-07-01T04:00:00Z");
    private final InMemoryPersons persons = new InMemoryPersons();
    private final Addressees addressees = new RegisteredAddressees(persons);

    private void told(
            Set<String> phones, @Nullable Integer born, @Nullable String guardian, @Nullable String language) {
        persons.tell(
                "p-1",
                new PersonAttributes(
                        phones, Set.of(), Set.of(), born, null, null, null, null, guardian, null, language, null));
    }

    @Test
    void addressesAPersonInTheirLanguage() {
        told(Set.of("13800001111"), 1960, "13900002222", "en");

        assertThat(addressees.of("p-1", NOW)).isEqualTo(new Addressee(Who.PERSON, "13800001111", "en"));
    }

    @Test
    void speaksChineseToWhoeverNobodyToldOf() {
        assertThat(addressees.of("p-9", NOW)).isEqualTo(new Addressee(Who.PERSON, null, "zh"));
    }

    @ParameterizedTest
    @CsvSource({"2009, GUARDIAN", "2008, PERSON", ", PERSON"})
    void addressesTheGuardianOfWhoIsNotOfAge(@Nullable Integer born, Who who) {
        told(Set.of("13800001111"), born, "13900002222", null);

        Addressee to = addressees.of("p-1", NOW);

        assertThat(to.who()).isEqualTo(who);
        assertThat(to.phone()).isEqualTo(who == Who.GUARDIAN ? "13900002222" : "13800001111");
    }

    @Test
    void neverTellsTheChildInPlaceOfAGuardianNobodyKnows() {
        told(Set.of("13800001111"), 2015, null, null);

        assertThat(addressees.of("p-1", NOW)).isEqualTo(new Addressee(Who.GUARDIAN, null, "zh"));
    }
}
