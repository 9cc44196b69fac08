package org.quanzu.desk.label;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quanzu.assessment.Persons;
import org.quanzu.desk.contact.Contact;
import org.quanzu.desk.work.Finding;
import org.quanzu.desk.work.Report;
import org.quanzu.desk.work.Report.Facts;

class VerdictTest {

    @ParameterizedTest
    @CsvSource({
        "REACHED_PHONE, SCAM_STOPPED_BEFORE_LOSS, SCAM",
        "REACHED_PHONE, STOPPED_PARTIAL_LOSS,     SCAM",
        "REACHED_PHONE, ALREADY_LOST,             SCAM",
        "REACHED_PHONE, SCAM_CONTACT_NO_MONEY,    SCAM",
        "REACHED_PHONE, KNOWS_STILL_PAYS,         SCAM",
        "REACHED_KIN,   IS_RELAY_OR_MULE,         SCAM",
        "REACHED_PHONE, BENIGN_VERIFIED,          ORDINARY",
        "REACHED_PHONE, DENIES_UNVERIFIED,        UNKNOWN",
        "REACHED_KIN,   MINOR_USING_PARENT_PHONE, UNKNOWN",
        "UNFOUND,       SCAM_CONTACT_NO_MONEY,    UNKNOWN",
        "TEMP_UNFOUND,  BENIGN_VERIFIED,          UNKNOWN",
        "UNFOUND,       NOT_ESTABLISHED,          UNKNOWN",
        "REACHED_PHONE, DUPLICATE,                ",
        "REACHED_PHONE, TEST,                     ",
    })
    void followsFromTheFinding(Contact contact, Finding finding, Verdict verdict) {
        assertThat(Verdict.of(new Report(contact, finding, Facts.NONE, null))).isEqualTo(Optional.ofNullable(verdict));
    }

    @Test
    void followsFromWhatABankTells() {
        assertThat(Persons.Feedback.Finding.values())
                .extracting(Verdict::of)
                .containsExactly(Verdict.SCAM, Verdict.ORDINARY, Verdict.UNKNOWN);
    }
}
