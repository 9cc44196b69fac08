package org.quanzu.desk.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.quanzu.desk.contact.Contact;
import org.quanzu.desk.work.Report.Averted;
import org.quanzu.desk.work.Report.Facts;

class ReportTest {

    @Test
    void rejectsWhatSomebodySaidWhenNobodyWasReached() {
        assertThatThrownBy(() -> new Report(Contact.BUSY, Finding.DENIES_UNVERIFIED, Facts.NONE, null))
                .isInstanceOf(InvalidReport.class)
                .hasMessageContaining("DENIES_UNVERIFIED")
                .hasMessageContaining("\nMaybe ");
    }

    @Test
    void rejectsNegativeAmounts() {
        assertThatThrownBy(() -> new Averted(null, new BigDecimal("-1"), null)).isInstanceOf(InvalidReport.class);
    }

    @Test
    void closesByEveryFindingButWhatAVictimSaysAlone() {
        assertThat(Finding.values())
                .filteredOn(finding -> !finding.closes())
                .containsExactly(Finding.DENIES_UNVERIFIED, Finding.KNOWS_STILL_PAYS);
    }

    @Test
    void rejectsReasonsThatAreEmptyOrCannotBeKept() {
        assertThatThrownBy(() -> new Because("chen", "  ")).isInstanceOf(InvalidReport.class);
        assertThatThrownBy(() -> new Because("chen", "a\0b")).isInstanceOf(InvalidReport.class);
        assertThatThrownBy(() -> new Because("chen", "a".repeat(1001))).isInstanceOf(InvalidReport.class);
    }

    @Test
    void knowsNothingOnlyOfWhomNobodyFinds() {
        Report unfound = new Report(Contact.UNFOUND, Finding.NOT_ESTABLISHED, Facts.NONE, null);

        assertThat(unfound.finding().closes()).isTrue();
        assertThatThrownBy(() -> new Report(Contact.REACHED_PHONE, Finding.NOT_ESTABLISHED, Facts.NONE, null))
                .isInstanceOf(InvalidReport.class)
                .hasMessageContaining("Maybe choose UNFOUND");
    }
}
