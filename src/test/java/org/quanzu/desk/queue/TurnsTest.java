package org.quanzu.desk.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.quanzu.testkit.Patience;

class TurnsTest {
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch open = new CountDownLatch(1);
    private final AtomicInteger begun = new AtomicInteger();
    private final List<List<String>> served = new ArrayList<>();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void servesTogetherWhoCameWhileAnotherWasServed() throws Exception {
        Turns turns = new Turns(this::afterTheDoorOpens);
        Future<Optional<Taken>> first = ask(turns, "li");
        Awaitility.await().until(() -> begun.get() == 1);
        List<Future<Optional<Taken>>> others = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            others.add(ask(turns, "operator-" + i));
        }
        Awaitility.await().until(() -> asked.get() == 21);

        open.countDown();

        assertThat(first.get(Patience.LONG.toSeconds(), TimeUnit.SECONDS))
                .map(Taken::caseId)
                .contains("case of li");
        for (int i = 0; i < 20; i++) {
            assertThat(others.get(i).get(Patience.LONG.toSeconds(), TimeUnit.SECONDS))
                    .map(Taken::caseId)
                    .contains("case of operator-" + i);
        }
        assertThat(served.get(0)).containsExactly("li");
        assertThat(served.stream().mapToInt(List::size).sum()).isEqualTo(21);
        assertThat(served.size()).isLessThan(21);
    }

    @Test
    void givesNothingToWhomNothingWasFoundFor() {
        Turns turns = new Turns(takers -> Map.of());

        Optional<Taken> taken = turns.take(taker("li"));

        assertThat(taken).isEmpty();
    }

    @Test
    void tellsAFailureAndServesTheNextOne() {
        AtomicInteger calls = new AtomicInteger();
        Turns turns = new Turns(takers -> {
            if (calls.incrementAndGet() == 1) {
                throw new IllegalStateException("the database is away");
            }
            return all(takers);
        });

        assertThatThrownBy(() -> turns.take(taker("li"))).hasMessage("the database is away");
        Optional<Taken> taken = turns.take(taker("wang"));

        assertThat(taken).map(Taken::caseId).contains("case of wang");
    }

    @Test
    void forgetsNobodyWhenManyAskAgainAndAgain() throws Exception {
        Turns turns = new Turns(TurnsTest::all);
        List<Future<Integer>> counts = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            String operator = "operator-" + i;
            counts.add(threads.submit(() -> {
                int mine = 0;
                for (int n = 0; n < 2_000; n++) {
                    Optional<Taken> taken = turns.take(taker(operator));
                    mine += taken.filter(it -> it.caseId().equals("case of " + operator))
                                    .isPresent()
                            ? 1
                            : 0;
                }
                return mine;
            }));
        }

        for (Future<Integer> count : counts) {
            assertThat(count.get(Patience.LONG.toSeconds(), TimeUnit.SECONDS)).isEqualTo(2_000);
        }
    }

    private final AtomicInteger asked = new AtomicInteger();

    private Future<Optional<Taken>> ask(Turns turns, String operator) {
        return threads.submit(() -> {
            Taker taker = taker(operator);
            asked.incrementAndGet();
            return turns.take(taker);
        });
    }

    private Map<UUID, Taken> afterTheDoorOpens(List<Taker> takers) {
        served.add(takers.stream().map(Taker::operator).toList());
        begun.incrementAndGet();
        try {
            assertThat(open.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return all(takers);
    }

    private static Map<UUID, Taken> all(List<Taker> takers) {
        Map<UUID, Taken> taken = new HashMap<>();
        takers.forEach(it -> taken.put(it.lease(), new Taken("case of " + it.operator(), it.lease(), Instant.EPOCH)));
        return taken;
    }

    private static Taker taker(String operator) {
        return new Taker(operator, Set.of("DESK"), UUID.randomUUID());
    }
}
