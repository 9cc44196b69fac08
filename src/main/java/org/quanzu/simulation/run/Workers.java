package org.quanzu.simulation.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/** Threads that share numbered pieces of work; {@code done} runs after each. The order of results is that of the numbers. */
public record Workers(int threads, Runnable done) {

    /** Workers nobody watches. */
    public static Workers onePerProcessor() {
        return new Workers(Runtime.getRuntime().availableProcessors(), () -> {});
    }

    public <T> List<T> each(int count, IntFunction<T> work) {
        List<T> results = new ArrayList<>(Collections.nCopies(count, null));
        AtomicInteger next = new AtomicInteger();
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                running.add(pool.submit(() -> take(next, count, work, results)));
            }
            for (Future<?> one : running) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("A piece of the simulation failed: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted before all of the simulation was done", e);
        } finally {
            pool.shutdownNow();
        }
        return results;
    }

    private <T> void take(AtomicInteger next, int count, IntFunction<T> work, List<T> results) {
        for (int index = next.getAndIncrement(); index < count; index = next.getAndIncrement()) {
            results.set(index, work.apply(index));
            done.run();
        }
    }
}
