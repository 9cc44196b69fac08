package org.quanzu.personcache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.quanzu.journal.Journal;
import org.quanzu.journal.PendingWrite;

/** Persons in a bounded cache; those with pending writes stay, whatever the cache lets go. */
final class CachedPersons implements PersonCache {
    private static final int STRIPES = 4096;

    private final PersonLoader loader;
    private final Journal journal;
    private final Cache<String, CachedPerson> cache;
    private final Map<String, CachedPerson> unsettled = new ConcurrentHashMap<>();
    private final List<ReentrantLock> stripes =
            IntStream.range(0, STRIPES).mapToObj(i -> new ReentrantLock()).toList();

    CachedPersons(PersonLoader loader, Journal journal, long most, MeterRegistry meters) {
        this.loader = loader;
        this.journal = journal;
        cache = Caffeine.newBuilder().maximumSize(most).recordStats().build();
        CaffeineCacheMetrics.monitor(meters, cache, "quanzu.persons");
    }

    @Override
    public Held hold(String personId) {
        ReentrantLock lock = stripes.get(stripe(personId));
        lock.lock();
        return lock::unlock;
    }

    @Override
    public @Nullable Held tryHold(String personId) {
        ReentrantLock lock = stripes.get(stripe(personId));
        return lock.tryLock() ? lock::unlock : null;
    }

    private static int stripe(String personId) {
        int hash = personId.hashCode();
        return (hash ^ hash >>> 16) & STRIPES - 1;
    }

    @Override
    public Held holdQuiet(Collection<String> personIds) {
        List<ReentrantLock> locks = personIds.stream()
                .map(CachedPersons::stripe)
                .distinct()
                .sorted()
                .map(stripes::get)
                .toList();
        locks.forEach(ReentrantLock::lock);
        personIds.forEach(this::awaitSettled);
        return () -> locks.forEach(ReentrantLock::unlock);
    }

    private void awaitSettled(String personId) {
        CachedPerson person = unsettled.get(personId);
        PendingWrite pending = person == null ? null : person.pending();
        if (pending != null) {
            pending.settled().handle((write, failure) -> failure == null).join();
        }
    }

    @Override
    public CachedPerson get(String personId) {
        long epoch = journal.epoch();
        CachedPerson person = getIfPresent(personId);
        if (person == null) {
            person = new CachedPerson(loader.load(personId), epoch);
            cache.put(personId, person);
        }
        return person;
    }

    @Override
    public @Nullable CachedPerson getIfPresent(String personId) {
        CachedPerson person = cache.getIfPresent(personId);
        if (person == null) {
            person = unsettled.get(personId);
        }
        return person == null || !person.isSound(journal.epoch()) ? null : person;
    }

    @Override
    public @Nullable CachedPerson peek(String personId) {
        CachedPerson person = cache.getIfPresent(personId);
        return person == null || !person.isSound(journal.epoch()) ? null : person;
    }

    @Override
    public void keepUntilSettled(CachedPerson person, PendingWrite write) {
        unsettled.put(person.personId(), person);
        if (!write.isPending()) {
            settled(person, write);
        }
    }

    @Override
    public void settled(CachedPerson person, PendingWrite write) {
        unsettled.computeIfPresent(person.personId(), (id, kept) -> kept.endsWith(write) ? null : kept);
    }

    @Override
    public void forget(String personId) {
        cache.invalidate(personId);
        unsettled.remove(personId);
    }
}
