package org.quanzu.canonical;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordFormTest {

    @ParameterizedTest
    @ValueSource(strings = {"贷款解冻", "貸款解凍", "贷 款 解 冻", "貸\u200b款\u3000解\n凍", "\u202e贷款\u2060解冻", "貸\r\n款解凍"})
    void seesWordsHoweverTheyAreWritten(String memo) {
        assertThat(WordForm.of(memo)).isEqualTo("贷款解冻");
    }

    @ParameterizedTest
    @CsvSource({"帳戶, 账户", "賬戶, 账户", "帐户, 账户", "傭金, 佣金", "刷單返現, 刷单返现", "點讚, 点赞", "loan  fee, loan fee"})
    void seesVariantsAlike(String memo, String form) {
        assertThat(WordForm.of(memo)).isEqualTo(form);
    }

    @Test
    void keepsBlanksBetweenOtherWords() {
        assertThat(WordForm.of("fee 贷款 for\nloan")).isEqualTo("fee 贷款 for loan");
    }

    @Test
    void leavesATextForPeopleInItsCharacters() {
        assertThat(TextForm.of(" 貸款\r\n解凍\u202e \tＡＢ\u0007")).isEqualTo("貸款 解凍 AB");
    }

    @Test
    void readsPatternsWrittenInTraditionalCharacters() {
        Pattern pattern = Pattern.compile(WordForm.ofPattern(".*(貸 款|解凍).{0,6}帳戶.*"));

        assertThat(pattern.matcher(WordForm.of("请解冻您的賬戶"))).matches();
    }

    @Test
    void takesAFullWidthSignOfAPatternForTheSignItself() {
        Pattern pattern = Pattern.compile(WordForm.ofPattern("费用（一）"));

        assertThat(pattern.matcher(WordForm.of("费用（一）"))).matches();
    }

    @Property
    void changesNothingTheSecondTime(@ForAll String written) {
        String once = WordForm.of(written);
        assertThat(WordForm.of(once)).isEqualTo(once);
        assertThat(TextForm.of(TextForm.of(written))).isEqualTo(TextForm.of(written));
    }

    @Property
    void changesNothingOfIdeographsTheSecondTime(@ForAll("ideographs") String written) {
        String once = WordForm.of(written);
        assertThat(WordForm.of(once)).isEqualTo(once);
    }

    @Property
    void findsALiteralInItsOwnText(@ForAll("ideographs") String written) {
        String form = String.valueOf(WordForm.of(written));
        assertThat(Pattern.matches(WordForm.ofPattern(Pattern.quote(form)), form))
                .isTrue();
    }

    @Provide
    Arbitrary<String> ideographs() {
        return Arbitraries.strings()
                .withCharRange('\u3400', '\u9fff')
                .withChars(' ', '（', '\u3000')
                .ofMaxLength(12);
    }
}
