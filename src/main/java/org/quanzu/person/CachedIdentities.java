package org.quanzu.person;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quanzu.event.PersonRef;

/** Remembers what aliases stand for and whom they mean, so that the register is asked once. */
final class CachedIdentities implements Identities {
    private static final int SPELLINGS = 200_000;

    private final Register register;
    private final Aliases aliases;
    private final Cache<PersonRef, Alias> spellings =
            Caffeine.newBuilder().maximumSize(SPELLINGS).build();
    private final Cache<Alias, String> meanings =
            Caffeine.newBuilder().maximumSize(SPELLINGS).build();

    CachedIdentities(Register register, Aliases aliases) {
        this.register = register;
        this.aliases = aliases;
    }

    @Override
    public String resolve(PersonRef ref) {
        if (ref.personId() != null) {
            return ref.personId();
        }
        return Objects.requireNonNull(meanings.get(alias(ref), this::meaning));
    }

    private String meaning(Alias alias) {
        return register.linked(alias).orElseGet(alias::provisionalId);
    }

    private Alias alias(PersonRef ref) {
        return Objects.requireNonNull(spellings.get(ref, this::spelt));
    }

    private Alias spelt(PersonRef ref) {
        return ref.phone() != null
                ? aliases.ofPhone(ref.phone())
                : aliases.ofAccount(Objects.requireNonNull(ref.account()));
    }

    @Override
    public @Nullable String remembered(PersonRef ref) {
        return ref.personId() != null ? ref.personId() : meanings.getIfPresent(alias(ref));
    }

    @Override
    public void forget(Alias alias) {
        meanings.invalidate(alias);
    }
}
