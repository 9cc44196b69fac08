package org.quanzu.person.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JoinedAttributesTest {
    private static final Instant JANUARY = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant FEBRUARY = Instant.parse("2026-02-01T00:00:00Z");
    private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");

    private static ToldAttributes told(String source, PersonAttributes attributes, Instant at) {
        return ToldAttributes.begun("p-1", source, at).changed(attributes, at);
    }

    private static PersonAttributes town(String town, String... phones) {
        return new PersonAttributes(
                Set.of(phones), Set.of(), Set.of(), null, null, null, null, town, null, null, null, null);
    }

    @Test
    void unitesSetsWhateverTheSpelling() {
        ToldAttributes telecom = told(
                "telecom",
                PersonAttributes.NONE
                        .named(Set.of("+86 139-1234-5678"), Set.of())
                        .with(Set.of("p-2")),
                JANUARY);
        ToldAttributes bank = told(
                "bank",
                PersonAttributes.NONE.named(Set.of("13912345678", "13800000000"), Set.of("6217 0009")),
                FEBRUARY);

        PersonAttributes joined = JoinedAttributes.of(List.of(telecom, bank));

        assertThat(joined)
                .isEqualTo(PersonAttributes.NONE
                        .named(Set.of("13912345678", "13800000000"), Set.of("6217 0009"))
                        .with(Set.of("p-2")));
    }

    @Test
    void takesTheSingleValueThatWasToldLast() {
        ToldAttributes bank = told("bank", town("Kunshan"), JANUARY);
        ToldAttributes telecom = told("telecom", town("Taicang"), FEBRUARY);

        assertThat(JoinedAttributes.of(List.of(bank, telecom)).town()).isEqualTo("Taicang");
        assertThat(JoinedAttributes.of(List.of(telecom, bank.changed(town("Suzhou"), MARCH)))
                        .town())
                .isEqualTo("Suzhou");
    }

    @Test
    void takesTheSameToldAgainForNothingNew() {
        ToldAttributes bank = told("bank", town("Kunshan"), JANUARY);
        ToldAttributes telecom = told("telecom", town("Taicang"), FEBRUARY);

        ToldAttributes again = bank.changed(town("Kunshan", "13800000000"), MARCH);

        assertThat(JoinedAttributes.of(List.of(again, telecom)).town()).isEqualTo("Taicang");
        assertThat(bank.changed(town("Kunshan"), MARCH)).isEqualTo(bank);
    }

    @Test
    void fallsBackToWhatAnotherSourceTells() {
        ToldAttributes bank = told("bank", town("Kunshan"), JANUARY);
        ToldAttributes telecom = told("telecom", town("Taicang"), FEBRUARY).changed(PersonAttributes.NONE, MARCH);

        assertThat(JoinedAttributes.of(List.of(bank, telecom)).town()).isEqualTo("Kunshan");
    }

    @Test
    void joinsTheSameInAnyOrder() {
        ToldAttributes bank = told("bank", town("Kunshan"), JANUARY);
        ToldAttributes telecom = told("telecom", town("Taicang"), JANUARY);

        assertThat(JoinedAttributes.of(List.of(telecom, bank)))
                .isEqualTo(JoinedAttributes.of(List.of(bank, telecom)))
                .returns("Kunshan", PersonAttributes::town);
    }

    @Test
    void changesTheVersionWithEveryChange() {
        ToldAttributes bank = told("bank", town("Kunshan"), JANUARY);
        ToldAttributes moved = bank.changed(town("Suzhou"), JANUARY);
        ToldAttributes movedBack = moved.changed(town("Kunshan"), JANUARY);

        assertThat(List.of(bank, moved, movedBack))
                .extracting(one -> JoinedAttributes.versionOf(List.of(one)))
                .doesNotHaveDuplicates();
    }
}
