package org.quanzu.outreach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageTextsTest {
    private static final MessageTexts TEXTS = new MessageTexts(new ShippedRules(), "");

    @Test
    void saysWhoItIsFrom() {
        MessageTexts ours = new MessageTexts(new ShippedRules(), "Desk of Quanzhou");

        assertThat(TEXTS.text("visit").zh()).startsWith("【反诈中心】工作人员");
        assertThat(TEXTS.text("visit").en()).startsWith("From the anti-fraud centre: a colleague");
        assertThat(ours.text("visit").zh()).startsWith("【Desk of Quanzhou】");
        assertThat(ours.text("visit").en()).startsWith("From Desk of Quanzhou: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"general", "loan", "order_brushing", "fake_logistics"})
    void hasAMessageForEveryScript(String script) {
        assertThat(TEXTS.fitting(script)).contains(script);
    }

    @Test
    void hasOneForWhatItDoesNotKnow() {
        assertThat(TEXTS.fitting("lottery")).contains("general");
    }

    @Test
    void refusesAnUnknownTemplate() {
        assertThatThrownBy(() -> TEXTS.text("lona"))
                .hasMessageContaining("lona")
                .hasMessageContaining("Maybe use one of [general, loan");
    }
}
