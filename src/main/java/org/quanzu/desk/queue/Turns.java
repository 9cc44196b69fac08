package org.quanzu.desk.queue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/**
 * Serves those who ask at the same moment together, in the order they came: one of them serves all who have asked by then
 * and passes the turn on, so that a rush costs one statement and one commit instead of one each.
 */
final class Turns {
    private static final int MOST_AT_ONCE = 100;

    private final Function<List<Taker>, Map<UUID, Taken>> serve;
    private final Queue<Waiter> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean serving = new AtomicBoolean();

    /** {@code serve} gives a case by the lease of each taker who gets one; it must not join the caller's transaction. */
    Turns(Function<List<Taker>, Map<UUID, Taken>> serve) {
        this.serve = serve;
    }

    /** Who waits to be served, or to have the turn to serve. */
    private record Waiter(Taker taker, CompletableFuture<Optional<Taken>> answer, CompletableFuture<Boolean> hasTurn) {
        Waiter(Taker taker) {
            this(taker, new CompletableFuture<>(), new CompletableFuture<>());
        }
    }

    Optional<Taken> take(Taker taker) {
        Waiter own = new Waiter(taker);
        waiting.add(own);
        // who gets the turn must pass it on, also when served meanwhile
        if (serving.compareAndSet(false, true) || own.hasTurn().join()) {
            serveUntil(own);
        }
        return answer(own);
    }

    private void serveUntil(Waiter own) {
        while (!own.answer().isDone()) {
            serve();
        }
        do {
            Waiter next = waiting.peek();
            if (next != null) {
                next.hasTurn().complete(true);
                return;
            }
            serving.set(false);
        } while (!waiting.isEmpty() && serving.compareAndSet(false, true)); // somebody came between the two lines above
    }

    private void serve() {
        List<Waiter> together = new ArrayList<>();
        for (Waiter next = waiting.peek(); next != null && together.size() < MOST_AT_ONCE; next = waiting.peek()) {
            together.add(waiting.remove());
        }
        try {
            Map<UUID, Taken> taken =
                    serve.apply(together.stream().map(Waiter::taker).toList());
            together.forEach(each -> each.answer()
                    .complete(Optional.ofNullable(taken.get(each.taker().lease()))));
        } catch (RuntimeException | Error e) {
            together.forEach(each -> each.answer().completeExceptionally(e));
        }
        together.forEach(each -> each.hasTurn().complete(false));
    }

    private static Optional<Taken> answer(Waiter own) {
        try {
            return own.answer().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
