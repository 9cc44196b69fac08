package org.quanzu.seal;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.keyderivation.KeyDerivationConfig;
import com.google.crypto.tink.keyderivation.KeysetDeriver;
import com.google.crypto.tink.keyderivation.PrfBasedKeyDerivationKey;
import com.google.crypto.tink.keyderivation.PrfBasedKeyDerivationParameters;
import com.google.crypto.tink.prf.HkdfPrfKey;
import com.google.crypto.tink.prf.HkdfPrfParameters;
import com.google.crypto.tink.util.SecretBytes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The keys that values are sealed with: the first one seals, every one opens what it sealed. What does the work is AES-256-GCM
 * under a key derived for a billion values at most. Sealed bytes are FF, the salt of the derivation, 01 and the id of the key, then
 * what GCM makes.
 */
public final class SealKeys {
    /** The length of a key. */
    public static final int BYTES = 32;

    /** Begins no text in UTF-8 and no snapshot of a profile. */
    static final byte SEALED = (byte) 0xFF;

    static final int KEY_AT = 1 + Long.BYTES;
    private static final int PREFIX_BYTES = 1 + Integer.BYTES;

    /** A quarter of what random nonces allow. */
    private static final int MOST_VALUES = 1 << 30;

    private static final int MOST_SALTS = 10_000;

    private final KeysetDeriver deriver;
    private final Set<Integer> ids;
    private final int first;
    private final SecureRandom random = new SecureRandom();
    private final Map<Long, Aead> derived = new ConcurrentHashMap<>();
    private volatile Derived sealing;

    /** The key in use, and how many values it sealed. */
    private record Derived(long salt, Aead aead, AtomicInteger values) {}

    private SealKeys(KeysetDeriver deriver, Set<Integer> ids) throws GeneralSecurityException {
        this.deriver = deriver;
        this.ids = ids;
        this.first = ids.iterator().next();
        this.sealing = derived(random.nextLong());
    }

    private Derived derived(long salt) throws GeneralSecurityException {
        return new Derived(salt, aead(salt), new AtomicInteger());
    }

    /** Takes at least one key of 32 bytes; a key that comes twice counts once. */
    public static SealKeys of(List<byte[]> keys) {
        try {
            AeadConfig.register();
            KeyDerivationConfig.register();
            KeysetHandle.Builder handle = KeysetHandle.newBuilder();
            Set<Integer> ids = new LinkedHashSet<>();
            for (byte[] key : keys) {
                if (ids.add(id(key))) {
                    KeysetHandle.Builder.Entry entry = KeysetHandle.importKey(key(key));
                    handle.addEntry(ids.size() == 1 ? entry.makePrimary() : entry);
                }
            }
            return new SealKeys(handle.build().getPrimitive(RegistryConfiguration.get(), KeysetDeriver.class), ids);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "The encryption keys cannot be used\nMaybe this Java's security settings allow no AES-256", e);
        }
    }

    @AccessesPartialKey
    private static PrfBasedKeyDerivationKey key(byte[] key) throws GeneralSecurityException {
        HkdfPrfParameters hkdf = HkdfPrfParameters.builder()
                .setKeySizeBytes(BYTES)
                .setHashType(HkdfPrfParameters.HashType.SHA256)
                .build();
        AesGcmParameters gcm = AesGcmParameters.builder()
                .setKeySizeBytes(32)
                .setIvSizeBytes(12)
                .setTagSizeBytes(16)
                .setVariant(AesGcmParameters.Variant.TINK)
                .build();
        HkdfPrfKey secret = HkdfPrfKey.builder()
                .setParameters(hkdf)
                .setKeyBytes(SecretBytes.copyFrom(key, InsecureSecretKeyAccess.get()))
                .build();
        return PrfBasedKeyDerivationKey.create(
                PrfBasedKeyDerivationParameters.builder()
                        .setPrfParameters(hkdf)
                        .setDerivedKeyParameters(gcm)
                        .build(),
                secret,
                id(key));
    }

    /** Follows from the key, so that it needs not be set; tells nothing of it. */
    private static int id(byte[] key) throws GeneralSecurityException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update("quanzu seal key ".getBytes(StandardCharsets.US_ASCII));
        return ByteBuffer.wrap(digest.digest(key)).getInt();
    }

    private Aead aead(long salt) throws GeneralSecurityException {
        Aead known = derived.get(salt);
        if (known != null) {
            return known;
        }
        Aead aead = deriver.deriveKeyset(
                        ByteBuffer.allocate(Long.BYTES).putLong(salt).array())
                .getPrimitive(RegistryConfiguration.get(), Aead.class);
        if (derived.size() < MOST_SALTS) {
            derived.put(salt, aead);
        }
        return aead;
    }

    byte[] seal(byte[] clear, byte[] place) throws GeneralSecurityException {
        Derived now = sealing;
        if (now.values().getAndIncrement() >= MOST_VALUES) {
            now = derived(random.nextLong());
            sealing = now;
        }
        byte[] made = now.aead().encrypt(clear, place);
        return ByteBuffer.allocate(KEY_AT + made.length)
                .put(SEALED)
                .putLong(now.salt())
                .put(made)
                .array();
    }

    byte[] open(byte[] sealed, byte[] place) throws GeneralSecurityException {
        if (sealed.length < KEY_AT + PREFIX_BYTES) {
            throw new GeneralSecurityException("Too short for anything sealed");
        }
        ByteBuffer bytes = ByteBuffer.wrap(sealed);
        byte[] made = new byte[sealed.length - KEY_AT];
        bytes.get(KEY_AT, made);
        return aead(bytes.getLong(1)).decrypt(made, place);
    }

    /** The id of each key, as it is shown; tells nothing of the key. */
    public List<String> ids() {
        return ids.stream().map(SealKeys::shown).toList();
    }

    int first() {
        return first;
    }

    boolean has(int id) {
        return ids.contains(id);
    }

    static boolean isSealed(byte[] kept) {
        return kept.length > 0 && kept[0] == SEALED;
    }

    /** The key that sealed these bytes; 0 when they are too short to say. */
    static int idOf(byte[] sealed) {
        return sealed.length < KEY_AT + PREFIX_BYTES
                ? 0
                : ByteBuffer.wrap(sealed).getInt(KEY_AT + 1);
    }

    static String shown(int id) {
        return String.format(Locale.ROOT, "%08x", id);
    }

    /** Nothing secret goes into a log. */
    @Override
    public String toString() {
        return "SealKeys[" + ids.stream().map(SealKeys::shown).toList() + "]";
    }
}
