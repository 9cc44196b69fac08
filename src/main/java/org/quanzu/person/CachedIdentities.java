package org.quanzu.person;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quanzu.event.PersonRef;

/**
 * Remembers what aliases stand for and whom they mean, so that the register is asked once. A spelling that older databases
 * have under another alias means the person found there, unless its alias of now is linked.
 */
final class CachedIdentities implements Identities {
    private static final int SPELLINGS = 200_000;

    private final Register register;
    private final Aliases aliases;
    private final Cache<PersonRef, List<Alias>> spellings =
            Caffeine.newBuilder().maximumSize(SPELLINGS).build();
    private final Cache<Alias, String> meanings =
            Caffeine.newBuilder().maximumSize(SPELLINGS).build();
    private final Cache<Alias, Optional<String>> formerMeanings =
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
        List<Alias> every = every(ref);
        Alias now = every.get(0);
        String meant = Objects.requireNonNull(meanings.get(now, this::meaning));
        return every.size() == 1 || !meant.equals(now.provisionalId())
                ? meant
                : Objects.requireNonNull(formerMeanings.get(every.get(1), this::formerMeaning))
                        .orElse(meant);
    }

    private Optional<String> formerMeaning(Alias former) {
        return register.linked(former)
                .or(() -> register.find(former.provisionalId()).map(Person::personId));
    }

    private String meaning(Alias alias) {
        return register.linked(alias).orElseGet(alias::provisionalId);
    }

    private List<Alias> every(PersonRef ref) {
        return Objects.requireNonNull(spellings.get(ref, this::spelt));
    }

    private List<Alias> spelt(PersonRef ref) {
        return ref.phone() != null
                ? aliases.everyOfPhone(ref.phone())
                : aliases.everyOfAccount(Objects.requireNonNull(ref.account()));
    }

    @Override
    public @Nullable String remembered(PersonRef ref) {
        if (ref.personId() != null) {
            return ref.personId();
        }
        List<Alias> every = every(ref);
        String meant = meanings.getIfPresent(every.get(0));
        if (meant == null || every.size() == 1 || !meant.equals(every.get(0).provisionalId())) {
            return meant;
        }
        Optional<String> former = formerMeanings.getIfPresent(every.get(1));
        return former == null ? null : former.orElse(meant);
    }

    @Override
    public void forget(Alias alias) {
        meanings.invalidate(alias);
        formerMeanings.invalidate(alias);
    }
}
