package org.quanzu.canonical;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Texts of the signs that compose, fold, vanish or separate: every form of one changes nothing the second time. */
class AwkwardTextTest {
    private static final List<String> SIGNS = List.of(
            "0", "1", "8", "6", "a", "n", "A", "é", "ß", "ﬃ", "Σ", "か", "가", "東", "½", "①", "ℌ", "ⅷ", "😀", "㎏", "ⓐ",
            "ʼn", "\u01f0", "\u0130", "\u0131", "\u0390", "\u03c2", "\u0345", "\u0301", "\u0307", "\u0308", "\u3099",
            "\u0344", "\u1fbe", "\u1e9e", "\u1100", "\u1161", "\u11a8", "\u13a0", "\u10d0", "\u013f", "\u3164",
            "\u200b", "\u2011", "\u00ad", " ", "-", ".", "·", "/", "(", ")", "。", "+", "*", "x", "•", ":", "<", ">",
            "@", "?", ";", "#", "ext", "转", "www.", "http://", "//", "sip:", "tel:", "%2b", "0000", "null", "na", "-1");

    @Property
    void hasOneNumberForm(@ForAll("texts") String written) {
        String once = NumberForm.of(written).value();
        assertThat(NumberForm.of(once).value()).isEqualTo(once);
    }

    @Property
    void hasOneAccountForm(@ForAll("texts") String written) {
        String once = AccountForm.of(written);
        assertThat(AccountForm.of(once)).isEqualTo(once);
    }

    @Property
    void hasOneDomainForm(@ForAll("texts") String written) {
        String once = DomainForm.of(written);
        assertThat(DomainForm.of(once)).isEqualTo(once);
        String part = DomainForm.ofPart(written);
        assertThat(DomainForm.ofPart(part)).isEqualTo(part);
    }

    @Property
    void hasOneFormForPeopleAndForRules(@ForAll("texts") String written) {
        String text = Objects.requireNonNull(TextForm.of(written));
        assertThat(TextForm.of(text)).isEqualTo(text);
        String words = WordForm.of(written);
        assertThat(WordForm.of(words)).isEqualTo(words);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(SIGNS).list().ofMaxSize(12).map(signs -> String.join("", signs));
    }
}
