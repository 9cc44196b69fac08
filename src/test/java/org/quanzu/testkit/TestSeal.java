package org.quanzu.testkit;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.quanzu.seal.KeyedHash;
import org.quanzu.seal.Seal;
import org.quanzu.seal.SealConfiguration;
import org.quanzu.seal.SealKeys;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** The seal of tests: its keys never change. */
public final class TestSeal {
    public static final SealKeys KEYS = keys(1);
    public static final Seal SEAL = new Seal(KEYS);
    public static final SecretKey IDENTITY_KEY =
            new SecretKeySpec("a key for tests".getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    public static final KeyedHash HASH = new KeyedHash(IDENTITY_KEY);

    private TestSeal() {}

    /** Keys made of one byte each, for tests of rotation; the first one seals. */
    public static SealKeys keys(int... bytes) {
        List<byte[]> keys = Arrays.stream(bytes).mapToObj(TestSeal::key).toList();
        return SealKeys.of(keys);
    }

    private static byte[] key(int value) {
        byte[] key = new byte[SealKeys.BYTES];
        Arrays.fill(key, (byte) value);
        return key;
    }

    /** Registers what seals and hashes, as the platform does. */
    public static void register(AnnotationConfigApplicationContext context, SealKeys keys) {
        context.registerBean(SealKeys.class, () -> keys);
        context.registerBean("identityKey", SecretKey.class, () -> IDENTITY_KEY);
        context.register(SealConfiguration.class);
    }
}
