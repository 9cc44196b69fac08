package org.quanzu.canonical;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DomainFormTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "easy-loan.sample.example",
                "Easy-Loan.Sample.Example",
                "https://easy-loan.sample.example/apply?id=7#top",
                "http://www.easy-loan.sample.example:8080",
                "www.easy-loan.sample.example.",
                "//easy-loan.sample.example/",
                "https://user:word@easy-loan.sample.example",
                "easy\u2011loan.sample.example",
                "ｅａｓｙ－ｌｏａｎ．ｓａｍｐｌｅ．ｅｘａｍｐｌｅ",
                "easy-loan。sample。example",
                " easy-\u200bloan. sample.example "
            })
    void givesEverySpellingOfADomainOneForm(String written) {
        assertThat(DomainForm.of(written)).isEqualTo("easy-loan.sample.example");
    }

    @ParameterizedTest
    @CsvSource({
        "贷款.example, xn--0kwr83e.example",
        "https://贷款.Example/, xn--0kwr83e.example",
        "XN--0KWR83E.example., xn--0kwr83e.example",
        "Com.Sample.QuickLoan, com.sample.quickloan",
        "easyloan.sample.example, easyloan.sample.example"
    })
    void readsInternationalNamesAndAppIds(String written, String form) {
        assertThat(DomainForm.of(written)).isEqualTo(form);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "N/A", "unknown", "https://", "null"})
    void takesAStandInForUnknown(String written) {
        assertThat(DomainForm.of(written)).isNull();
    }

    @Property
    void changesNothingTheSecondTime(@ForAll String written) {
        String once = DomainForm.of(written);
        assertThat(DomainForm.of(once)).isEqualTo(once);
    }
}
