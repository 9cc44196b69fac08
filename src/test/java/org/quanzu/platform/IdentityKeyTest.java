package org.quanzu.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class IdentityKeyTest {

    @Test
    void readsWhatItMakes() {
        var made = SecretKeyText.random();

        assertThat(IdentityKey.of(made).getEncoded()).hasSize(32);
    }

    @Test
    void isTheSameInHexAndBase64() {
        var hex = IdentityKey.of("00".repeat(31) + "01");
        var base64 = IdentityKey.of("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAE=");

        assertThat(hex.getEncoded()).isEqualTo(base64.getEncoded());
    }

    @Test
    void rejectsAnotherLengthWithoutShowingIt() {
        assertThatThrownBy(() -> IdentityKey.of("c2VjcmV0"))
                .isInstanceOf(StartFailure.class)
                .hasMessageNotContaining("c2VjcmV0")
                .hasMessageContaining("\nMaybe make one with: openssl rand -hex 32");
    }
}
