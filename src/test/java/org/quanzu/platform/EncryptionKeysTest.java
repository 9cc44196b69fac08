package org.quanzu.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class EncryptionKeysTest {
    private static final String HEX = "00".repeat(31) + "01";
    private static final String BASE64 = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAE=";
    private static final String OTHER = "ff".repeat(32);

    @Test
    void readsHexAndBase64AsTheSameKey() {
        assertThat(EncryptionKeys.of(HEX)).hasToString(EncryptionKeys.of(BASE64).toString());
    }

    @Test
    void takesCommasSpacesAndLinesBetweenKeysAndKeepsTheirOrder() {
        var keys = EncryptionKeys.of(OTHER + "," + HEX + "\n");

        assertThat(keys).hasToString(EncryptionKeys.of(OTHER + " ,\n " + BASE64).toString());
        assertThat(keys.toString())
                .isNotEqualTo(EncryptionKeys.of(HEX + "," + OTHER).toString());
    }

    @Test
    void saysWhichKeyIsWrongWithoutShowingAny() {
        assertThatThrownBy(() -> EncryptionKeys.of(HEX + ",c2VjcmV0"))
                .isInstanceOf(StartFailure.class)
                .hasMessageStartingWith("Encryption key 2 is not 32 bytes in hex or base64\nMaybe ")
                .hasMessageNotContaining("c2VjcmV0")
                .hasMessageNotContaining(HEX);
    }

    @Test
    void takesNoEmptyKey() {
        assertThatThrownBy(() -> EncryptionKeys.of(" ")).isInstanceOf(StartFailure.class);
        assertThatThrownBy(() -> EncryptionKeys.of("," + HEX)).isInstanceOf(StartFailure.class);
    }

    @Test
    void showsNoKeyWhenPrinted() {
        assertThat(EncryptionKeys.of(HEX).toString()).doesNotContain("0001").hasSizeLessThan(30);
    }
}
