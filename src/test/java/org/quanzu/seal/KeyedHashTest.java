package org.quanzu.seal;

import static org.assertj.core.api.Assertions.assertThat;

import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.quanzu.testkit.TestSeal;

class KeyedHashTest {

    @Test
    void tellsTheSameFromAnother() {
        assertThat(TestSeal.HASH.account("6222")).isEqualTo(TestSeal.HASH.account("6222"));
        assertThat(TestSeal.HASH.account("6222")).isNotEqualTo(TestSeal.HASH.account("6223"));
        assertThat(TestSeal.HASH.account("6222"))
                .isNotEqualTo(TestSeal.HASH.number("6222"))
                .matches("[0-9a-f]{32}");
    }

    @Test
    void isAnotherOneWithAnotherKey() {
        KeyedHash other = new KeyedHash(new SecretKeySpec(new byte[32], "HmacSHA256"));

        assertThat(other.account("6222")).isNotEqualTo(TestSeal.HASH.account("6222"));
    }
}
