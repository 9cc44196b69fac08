package org.quanzu.api.person;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntityTagsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {"\"v2\"|true", "\"v1\", \"v2\"|true", "\"v1\"|false", "W/\"v2\"|false", "v2|false", "*|true"})
    void asksForOneOfTheVersionsNamed(String header, boolean matches) {
        assertThat(EntityTags.ifMatch(header, () -> true).test("v2")).isEqualTo(matches);
    }

    @Test
    void asksForNothingWithoutTheHeader() {
        assertThat(EntityTags.ifMatch(null, () -> false).test("v2")).isTrue();
    }

    @Test
    void asksThatThereIsSomething() {
        assertThat(EntityTags.ifMatch("*", () -> false).test("v2")).isFalse();
    }
}
