package org.quanzu.canonical;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quanzu.canonical.NumberForm.Origin;

class NumberFormTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "13800138000",
                "+8613800138000",
                "008613800138000",
                "8613800138000",
                "013800138000",
                "+86013800138000",
                "+013800138000",
                "++8613800138000",
                "+008613800138000",
                "00008613800138000",
                "1795113800138000",
                "12593 138 0013 8000",
                "+861795113800138000",
                "17951008613800138000",
                "tel:+86-138-0013-8000",
                "tel:13800138000;phone-context=+86",
                "sip:+8613800138000@ims.mnc000.mcc460.3gppnetwork.org;user=phone",
                "sips:13800138000@10.0.0.1:5060",
                "\"Li\" <sip:%2B8613800138000@ims.example>;tag=77",
                "8613800138000@s.whatsapp.net",
                "１３８００１３８０００",
                "＋８６１３８００１３８０００",
                "١٣٨٠٠١٣٨٠٠٠",
                "\u202a+8613800138000\u202c",
                "138\u200b0013\u20118000",
                "(+86) 138.0013.8000",
                "13800138000,801",
                "13800138000转801"
            })
    void givesEverySpellingOfAMobileOneForm(String written) {
        assertThat(NumberForm.of(written).value()).isEqualTo("+8613800138000");
    }

    @ParameterizedTest
    @CsvSource({
        "010-65551234, +861065551234",
        "+86 10 6555 1234, +861065551234",
        "+86 010 65551234, +861065551234",
        "861065551234, +861065551234",
        "1065551234, +861065551234",
        "0755-12345678, 075512345678",
        "0755-82345678, +8675582345678",
        "075582345678, +8675582345678",
        "+86755 8234 5678, +8675582345678",
        "0951 2345678, +869512345678",
        "+86 951 2345678, +869512345678",
        "+852 5100 0001, +85251000001",
        "0085251000001, +85251000001",
        "85251000001, +85251000001",
        "1795100 852 51000001, +85251000001",
        "+44 (0)7700 900011, +447700900011",
        "447700900011, +447700900011",
        "0044 7700-900011, +447700900011",
        "12025550123, +12025550123",
        "17000000001, +8617000000001",
        "9510000003, 9510000003",
        "+86 9510000003, 9510000003",
        "400-123-4567, 4001234567",
        "+864001234567, 4001234567",
        "864001234567, 4001234567",
        "10690123456789, 10690123456789",
        "110, 110",
        "010 110, 010110",
        "95588, 95588"
    })
    void readsLandlinesCodesAndForeignNumbers(String written, String value) {
        assertThat(NumberForm.of(written).value()).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "0",
                "00",
                "000000000000",
                "+0",
                "-1",
                "-2",
                "+86",
                "+8600000000",
                "anonymous",
                "Anonymous",
                "sip:anonymous@anonymous.invalid",
                "unknown",
                "UNKNOWN",
                "private",
                "Restricted",
                "N/A",
                "n/a",
                "null",
                "withheld",
                "unavailable",
                "No Caller ID",
                "未知",
                "隐藏号码",
                "+",
                "-",
                "********",
                "138****8000",
                "1",
                "\u202a\u202c",
                "tel:",
                "sip:unavailable@unknown.invalid"
            })
    void takesAStandInForAWithheldNumber(String written) {
        assertThat(NumberForm.of(written)).isEqualTo(NumberForm.WITHHELD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+86110", "0086110", "+8610110", "+8695588", "095588", "0110", "086110"})
    void marksACodeOfHomeWrittenBehindACountryCodeOrATrunkZero(String written) {
        assertThat(NumberForm.of(written).countryCode()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"4008123456", "04008123456", "+864008123456", "00864008123456", "400-812-3456", "0864008123456"})
    void givesEverySpellingOfAFreephoneNumberOneForm(String written) {
        assertThat(NumberForm.of(written)).isEqualTo(new NumberForm("4008123456", Origin.HOME));
    }

    @ParameterizedTest
    @ValueSource(strings = {"+95588", "0095588", "00110", "+110"})
    void takesACodeOfHomeWithAnInternationalPrefixForForeign(String written) {
        assertThat(NumberForm.of(written).origin()).isEqualTo(Origin.FOREIGN);
    }

    @Property
    void changesNothingTheSecondTime(@ForAll("numbers") String written) {
        String once = NumberForm.of(written).value();
        assertThat(NumberForm.of(once).value()).isEqualTo(once);
    }

    @Property
    void changesNothingOfAnyTextTheSecondTime(@ForAll String written) {
        String once = NumberForm.of(written).value();
        assertThat(NumberForm.of(once).value()).isEqualTo(once);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0a.\u0308", "l\u03c3:\u02bc7", "sip:1\u2044\u2022sip:", "\u0345.\u03406"})
    void composesWhatASeparatorStoodBetween(String written) {
        String once = NumberForm.of(written).value();
        assertThat(NumberForm.of(once).value()).isEqualTo(once);
    }

    @Property
    void keepsMobileNumbersApart(@ForAll("mobiles") String one, @ForAll("mobiles") String other) {
        assertThat(NumberForm.of(one)
                        .value()
                        .equals(NumberForm.of("0086" + other).value()))
                .isEqualTo(one.equals(other));
    }

    @Property
    void givesEverySpellingOfASubscriberOneForm(
            @ForAll("mobiles") String mobile, @ForAll("prefixes") String prefix, @ForAll("noise") String noise) {
        StringBuilder written = new StringBuilder(prefix);
        mobile.chars().forEach(digit -> written.append((char) digit).append(noise));

        assertThat(NumberForm.of(written.toString()).value()).isEqualTo("+86" + mobile);
    }

    @Provide
    Arbitrary<String> prefixes() {
        return Arbitraries.of(
                "",
                "+86",
                "0086",
                "86",
                "0",
                "+860",
                "17951",
                "12593",
                "125930086",
                "tel:",
                "tel:+86",
                "sip:",
                "sip:+86",
                "＋８６",
                "\u202a+86",
                "+86 ",
                "(0086)",
                "+86-");
    }

    @Provide
    Arbitrary<String> noise() {
        return Arbitraries.of("", "", " ", "-", ".", "\u2011", "\u200b", "\u202c", "\u00a0");
    }

    @Provide
    Arbitrary<String> mobiles() {
        return Arbitraries.strings().withCharRange('3', '9').ofLength(10).map(rest -> "1" + rest);
    }

    @Provide
    Arbitrary<String> numbers() {
        return Arbitraries.strings().withChars("+00112345688995 -()").ofMaxLength(16);
    }
}
