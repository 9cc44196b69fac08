package org.quanzu.seal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Seals values for the database and opens them again, in the place they were sealed for and nowhere else; what was written in
 * clear before values were sealed opens as it is. Throws {@link Unopenable}.
 */
public final class Seal {
    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

    private final SealKeys keys;

    public Seal(SealKeys keys) {
        this.keys = keys;
    }

    public byte[] seal(byte[] clear, Place place) {
        try {
            return keys.seal(clear, place.bytes());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "A value for " + place.column() + " cannot be sealed\nMaybe this Java allows no AES-256", e);
        }
    }

    public byte[] open(byte[] kept, Place place) {
        if (!SealKeys.isSealed(kept)) {
            return kept;
        }
        try {
            return keys.open(kept, place.bytes());
        } catch (GeneralSecurityException e) {
            int id = SealKeys.idOf(kept);
            throw keys.has(id) ? Unopenable.changed(place, e) : Unopenable.missingKey(place, id, e);
        }
    }

    public byte @Nullable [] sealAny(byte @Nullable [] clear, Place place) {
        return clear == null ? null : seal(clear, place);
    }

    public byte @Nullable [] openAny(byte @Nullable [] kept, Place place) {
        return kept == null ? null : open(kept, place);
    }

    public byte[] sealText(String clear, Place place) {
        return seal(clear.getBytes(StandardCharsets.UTF_8), place);
    }

    public String openText(byte[] kept, Place place) {
        return new String(open(kept, place), StandardCharsets.UTF_8);
    }

    public byte @Nullable [] sealNote(@Nullable String clear, Place place) {
        return clear == null ? null : sealText(clear, place);
    }

    public @Nullable String openNote(byte @Nullable [] kept, Place place) {
        return kept == null ? null : openText(kept, place);
    }

    public byte[] sealTexts(List<String> clear, Place place) {
        return seal(JsonMapper.shared().writeValueAsBytes(clear), place);
    }

    public List<String> openTexts(byte[] kept, Place place) {
        return JsonMapper.shared().readValue(open(kept, place), TEXTS);
    }
}
