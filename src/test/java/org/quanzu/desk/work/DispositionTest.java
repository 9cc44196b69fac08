package org.quanzu.desk.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.quanzu.desk.contact.Contact;

class DispositionTest {
    private static final Set<Contact> SPOKEN_TO = EnumSet.of(
            Contact.REACHED_PHONE,
            Contact.REACHED_IN_PERSON,
            Contact.REACHED_KIN,
            Contact.HUNG_UP,
            Contact.ABUSIVE,
            Contact.OUT_OF_TOWN_TRANSFERRED);

    /** For those spoken to, those not reached, and those definitely not found; - is none yet. */
    @ParameterizedTest
    @CsvSource({
        "SCAM_STOPPED_BEFORE_LOSS, DISSUADED,      DISSUADED,      DISSUADED",
        "STOPPED_PARTIAL_LOSS,     DISSUADED,      DISSUADED,      DISSUADED",
        "ALREADY_LOST,             DISSUADED,      TEMP_UNFOUND,   UNFOUND",
        "SCAM_CONTACT_NO_MONEY,    DISSUADED,      TEMP_UNFOUND,   UNFOUND",
        "BENIGN_VERIFIED,          NOT_APPLICABLE, NOT_APPLICABLE, NOT_APPLICABLE",
        "DENIES_UNVERIFIED,        -,              TEMP_UNFOUND,   UNFOUND",
        "KNOWS_STILL_PAYS,         -,              TEMP_UNFOUND,   UNFOUND",
        "IS_RELAY_OR_MULE,         DISSUADED,      TEMP_UNFOUND,   UNFOUND",
        "MINOR_USING_PARENT_PHONE, DISSUADED,      TEMP_UNFOUND,   UNFOUND",
        "DUPLICATE,                DUPLICATE,      DUPLICATE,      DUPLICATE",
        "TEST,                     NOT_APPLICABLE, NOT_APPLICABLE, NOT_APPLICABLE",
        "NOT_ESTABLISHED,          -,              TEMP_UNFOUND,   UNFOUND",
        ",                         -,              TEMP_UNFOUND,   UNFOUND"
    })
    void followsFromContactAndFinding(@Nullable Finding finding, String spokenTo, String notReached, String unfound) {
        for (Contact contact : Contact.values()) {
            String expected =
                    contact == Contact.UNFOUND ? unfound : SPOKEN_TO.contains(contact) ? spokenTo : notReached;

            assertThat(Disposition.of(contact, finding).map(Enum::name).orElse("-"))
                    .as("%s %s", contact, finding)
                    .isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @EnumSource(Finding.class)
    void isAskedForEveryFinding(Finding finding) throws NoSuchMethodException {
        CsvSource rows = DispositionTest.class
                .getDeclaredMethod(
                        "followsFromContactAndFinding", Finding.class, String.class, String.class, String.class)
                .getAnnotation(CsvSource.class);

        List<String> asked = Arrays.stream(rows.value())
                .map(row -> row.split(",", 2)[0].strip())
                .collect(Collectors.toList());

        assertThat(asked).contains(finding.name());
    }

    @Test
    void coversAllFiveWords() {
        assertThat(Disposition.values()).hasSize(5);
    }
}
