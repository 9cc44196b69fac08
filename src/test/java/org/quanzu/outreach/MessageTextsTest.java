package org.quanzu.outreach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MessageTextsTest {
    private static final MessageTexts TEXTS = new MessageTexts("");
    private static final String LINK = "(?is).*(https?:|www\\.|://|\\w\\.(com|cn|net|org|top)\\b|@).*";
    private static final String NUMBER = "(?s).*([\\p{Nd}①-⓿]|[〇零一二三四五六七八九十百千万两]{2,}).*";
    private static final String REASON_OR_HOLD =
            "(?is).*(\\bhold|\\bheld\\b|frozen|freeze|blocked|stopped|suspicious|warning level|your (payment|transfer|call)"
                    + "|冻结|止付|拦截|暂缓|可疑|预警|您的(转账|付款|通话|账户)).*";

    static Stream<Arguments> messages() {
        return TEXTS.templates().stream()
                .flatMap(template -> Stream.of("en", "zh").map(language -> Arguments.of(template, language)));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void saysNothingAScammerCouldUse(String template, String language) {
        String text = TEXTS.text(template, language).replace("解冻费", "");

        assertThat(text)
                .doesNotMatch(LINK)
                .doesNotMatch(NUMBER)
                .doesNotMatch(REASON_OR_HOLD)
                .doesNotContain("{", "}");
        assertThat(text).hasSizeLessThanOrEqualTo(300);
    }

    @ParameterizedTest
    @MethodSource("messages")
    void saysWhoItIsFrom(String template, String language) {
        assertThat(new MessageTexts("Desk of Quanzhou").text(template, language))
                .contains("Desk of Quanzhou");
    }

    @Test
    void speaksBothLanguagesAlike() throws Exception {
        Properties english = new Properties();
        Properties chinese = new Properties();
        english.load(getClass().getResourceAsStream("/outreach/messages_en.properties"));
        chinese.load(getClass().getResourceAsStream("/outreach/messages_zh.properties"));

        assertThat(english.keySet()).isEqualTo(chinese.keySet());
    }

    @Test
    void knowsEveryScriptOfTheActions() {
        assertThat(TEXTS.templates()).contains("general", "loan", "order_brushing", "fake_logistics");
    }

    @Test
    void refusesAnUnknownTemplate() {
        assertThatThrownBy(() -> TEXTS.text("lona", "en"))
                .hasMessageContaining("lona")
                .hasMessageContaining("Maybe");
        assertThatThrownBy(() -> TEXTS.text("centre", "en")).hasMessageContaining("centre");
    }
}
