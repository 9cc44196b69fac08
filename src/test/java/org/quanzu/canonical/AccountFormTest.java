package org.quanzu.canonical;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountFormTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "6222000011112222",
                "6222 0000 1111 2222",
                "6222-0000-1111-2222",
                "6222\u20130000\u20121111\u22122222",
                "６２２２００００１１１１２２２２",
                "6222\u30000000\u00a01111\t2222",
                "\u202d6222000011112222\u202c",
                "6222\u200b0000\ufeff1111\u00ad2222",
                "6222.0000.1111.2222",
                "٦٢٢٢٠٠٠٠١١١١٢٢٢٢",
                " 6222000011112222\n"
            })
    void givesEverySpellingOfACardOneForm(String written) {
        assertThat(AccountForm.of(written)).isEqualTo("6222000011112222");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DE89 3704 0044 0532 0130 00",
                "de89370400440532013000",
                "DE89.3704.0044.0532.0130.00",
                "ＤＥ８９３７０４００４４０５３２０１３０００"
            })
    void givesEverySpellingOfAnIbanOneForm(String written) {
        assertThat(AccountForm.of(written)).isEqualTo("de89370400440532013000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "-",
                "0",
                "0000 0000",
                "-1",
                "N/A",
                "n.a.",
                "null",
                "Unknown",
                "未知",
                "6222****2222",
                "\u200b"
            })
    void takesAStandInForUnknown(String written) {
        assertThat(AccountForm.of(written)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"li-na@pay.example", "lina@pay.example", "li.na@pay.example"})
    void keepsWhatTellsWalletsNamedByAddressApart(String written) {
        assertThat(AccountForm.of(written)).isEqualTo(written);
    }

    @Property
    void changesNothingTheSecondTime(@ForAll String written) {
        String once = AccountForm.of(written);
        assertThat(AccountForm.of(once)).isEqualTo(once);
    }

    @Property
    void ignoresSeparatorsCaseAndInvisibleSigns(
            @ForAll("accounts") String account, @ForAll("noise") List<String> noise) {
        StringBuilder written = new StringBuilder();
        for (int i = 0; i < account.length(); i++) {
            String sign = account.substring(i, i + 1);
            written.append(i % 2 == 0 ? sign.toUpperCase(Locale.ROOT) : sign);
            written.append(noise.isEmpty() ? "" : noise.get(i % noise.size()));
        }
        assertThat(AccountForm.of(written.toString())).isEqualTo(account);
    }

    @Property
    void keepsAccountsOfLettersAndDigitsApart(@ForAll("accounts") String one, @ForAll("accounts") String other) {
        assertThat(one.equals(other))
                .isEqualTo(String.valueOf(AccountForm.of(one)).equals(AccountForm.of(other)));
    }

    @Provide
    Arbitrary<String> accounts() {
        Arbitrary<String> prefix = Arbitraries.strings().withCharRange('a', 'f').ofMaxLength(3);
        Arbitrary<String> digits =
                Arbitraries.strings().withCharRange('1', '9').ofMinLength(3).ofMaxLength(20);
        return Combinators.combine(prefix, digits).as(String::concat);
    }

    @Provide
    Arbitrary<List<String>> noise() {
        return Arbitraries.of(
                        "", " ", "-", "\u2013", "\u2212", "\u3000", "\u200b", "\u202e", "\u00ad", "\ufeff", "\u2060")
                .list()
                .ofMaxSize(5);
    }
}
