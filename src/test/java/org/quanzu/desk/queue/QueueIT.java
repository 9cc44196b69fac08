package org.quanzu.desk.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.quanzu.desk.Case;
import org.quanzu.desk.LeaseEnded;
import org.quanzu.desk.shift.Availability;
import org.quanzu.desk.shift.Shift;
import org.quanzu.desk.shift.Shifts;
import org.quanzu.desk.shift.Strength;
import org.quanzu.testkit.DeskNode;

class QueueIT {
    private static final Set<String> DESK = Set.of("DESK");

    private final DeskNode node = new DeskNode();
    private final Queue queue = node.queue();

    @AfterEach
    void stop() {
        node.close();
    }

    @Test
    void takesTheMostUrgentCaseOfTheUnits() {
        node.open.open(1, 1, "YELLOW", "COMMUNITY");
        node.open.open(2, 2, "ORANGE", "DESK");
        node.open.open(3, 3, "RED", "STATION");

        Optional<Taken> first = queue.takeNext("wang", Set.of("COMMUNITY", "DESK"));
        Optional<Taken> second = queue.takeNext("wang", Set.of("COMMUNITY", "DESK"));
        Optional<Taken> third = queue.takeNext("wang", Set.of("COMMUNITY", "DESK"));

        assertThat(first.orElseThrow().caseId()).isEqualTo("c-2");
        assertThat(first.orElseThrow().until()).isEqualTo(DeskNode.START.plus(Duration.ofMinutes(10)));
        assertThat(second.orElseThrow().caseId()).isEqualTo("c-1");
        assertThat(third).isEmpty();
        assertThat(node.history("c-2")).containsExactly("TAKEN");
    }

    @Test
    void putsPinnedCasesFirst() {
        node.open.open(1, "RED");
        node.open.open(2, "BLUE");

        boolean pinned = queue.pin("c-2", true, "chen");

        assertThat(pinned).isTrue();
        assertThat(queue.pin("c-2", true, "chen")).isFalse();
        assertThat(queue.takeNext("wang", DESK).orElseThrow().caseId()).isEqualTo("c-2");
    }

    @Test
    void givesACaseToOneOperatorOnly() {
        node.open.open(1, "RED");

        Taken taken = queue.take("c-1", "wang").orElseThrow();

        assertThat(queue.take("c-1", "li")).isEmpty();
        assertThat(queue.take("c-1", "wang").orElseThrow().lease()).isEqualTo(taken.lease());
        assertThat(node.find("c-1").version()).isEqualTo(2);
    }

    @Test
    void prolongsALeaseOnlyWhileItLasts() {
        node.open.open(1, "RED");
        Taken taken = queue.takeNext("wang", DESK).orElseThrow();

        node.clock.advance(Duration.ofMinutes(9));
        boolean inTime = queue.heartbeat("c-1", taken.lease());
        boolean withAnother = queue.heartbeat("c-1", UUID.randomUUID());
        node.clock.advance(Duration.ofMinutes(11));
        boolean tooLate = queue.heartbeat("c-1", taken.lease());

        assertThat(inTime).isTrue();
        assertThat(withAnother).isFalse();
        assertThat(tooLate).isFalse();
    }

    @Test
    void takesBackWhatIsHandedBack() {
        node.open.open(1, "RED");
        Taken taken = queue.takeNext("wang", DESK).orElseThrow();

        queue.handBack("c-1", taken.lease(), "end of shift");

        assertThat(node.find("c-1").state()).isEqualTo(Case.State.QUEUED);
        assertThat(node.history("c-1")).containsExactly("HANDED_BACK", "TAKEN");
        assertThat(queue.takeNext("li", DESK)).isPresent();
        assertThatThrownBy(() -> queue.handBack("c-1", taken.lease(), "again"))
                .asInstanceOf(type(LeaseEnded.class))
                .returns("li", LeaseEnded::holder);
    }

    @Test
    void listsWhoWorksOnWhat() {
        node.open.open(1, "RED");
        node.open.open(2, "YELLOW");
        node.open.open(3, 3, "YELLOW", "COMMUNITY");
        node.take("c-1", "wang");

        List<Waiting> all = queue.list(Filter.ALL, 10);

        assertThat(all).extracting(Waiting::caseId).startsWith("c-1").hasSize(3);
        assertThat(all.get(0).takenBy()).isEqualTo("wang");
        assertThat(queue.list(Filter.mine("wang"), 10))
                .extracting(Waiting::caseId)
                .containsExactly("c-1");
        assertThat(queue.list(new Filter(DESK, Set.of("YELLOW"), Set.of("loan"), Set.of("QUEUED"), null), 10))
                .extracting(Waiting::caseId)
                .containsExactly("c-2");
    }

    @Test
    void countsTheOpenCasesByUnitAndLevel() {
        node.open.open(1, 3, "RED", "DESK");
        node.open.open(4, 4, "YELLOW", "COMMUNITY");
        node.take("c-1", "wang");
        node.clock.advance(Duration.ofMinutes(16));

        Counts counts = queue.counts();

        assertThat(counts.rows())
                .containsExactly(
                        new Counts.Row("DESK", "RED", 2, 1, 0, 2, DeskNode.START),
                        new Counts.Row("COMMUNITY", "YELLOW", 1, 0, 0, 1, DeskNode.START));
        assertThat(counts.open()).isEqualTo(4);
        assertThat(counts.open("RED")).isEqualTo(3);
        assertThat(counts.overdue()).isEqualTo(3);
    }

    private void onShift(String... operators) {
        Instant until = DeskNode.START.plus(Duration.ofHours(8));
        node.part(Shifts.class)
                .add(Arrays.stream(operators)
                        .map(one -> new Shift.Times(one, "DESK", DeskNode.START, until))
                        .toList());
    }

    @Test
    void countsWhatWillBeReachedTooLateAtThePaceOfThoseWhoAreThere() {
        onShift("wang", "li");
        node.open.open(1, 12, "ORANGE", "DESK");
        node.open.spread();

        List<Overflow> two = queue.overflow();
        node.part(Availability.class).leave("li", DeskNode.START.plus(Duration.ofHours(1)));
        List<Overflow> one = queue.overflow();
        List<Waiting> rows = queue.list(Filter.ALL, 10);

        assertThat(two).containsExactly(new Overflow("DESK", 12, 6, new Strength(true, 2, 20)));
        assertThat(one).containsExactly(new Overflow("DESK", 12, 9, new Strength(true, 1, 10)));
        assertThat(rows)
                .extracting(Waiting::tooLate)
                .containsExactly(false, false, false, true, true, true, true, true, true, true);
    }

    @Test
    void marksRowsByTheirPlaceInTheWholeQueueWhateverTheFilter() {
        onShift("wang");
        node.open.open(1, 3, "RED", "DESK");
        node.open.open(4, 4, "YELLOW", "DESK");
        node.open.open(5, 5, "YELLOW", "STATION");
        node.open.open(6, "BLUE");
        node.queue().pin("c-6", true, "chen");
        node.open.set("c-5", "due_at", DeskNode.START.plus(Duration.ofMinutes(5)));
        node.take("c-1", "wang");

        List<Waiting> yellow = queue.list(new Filter(Set.of(), Set.of("YELLOW"), Set.of(), Set.of(), null), 10);

        assertThat(yellow)
                .extracting(Waiting::caseId, Waiting::tooLate)
                .containsExactlyInAnyOrder(tuple("c-4", true), tuple("c-5", false));
        assertThat(queue.list(Filter.mine("wang"), 10)).singleElement().returns(false, Waiting::tooLate);
    }

    @Test
    void reachesNothingWhereNobodyIs() {
        node.part(Shifts.class)
                .add(List.of(new Shift.Times(
                        "wang",
                        "DESK",
                        DeskNode.START.plus(Duration.ofHours(1)),
                        DeskNode.START.plus(Duration.ofHours(2)))));
        node.open.open(1, "RED");

        assertThat(queue.overflow()).containsExactly(new Overflow("DESK", 1, 1, new Strength(true, 0, 0)));
    }

    @Test
    void takesOneToBeThereWithoutARoster() {
        node.open.open(1, 4, "ORANGE", "STATION");

        assertThat(queue.overflow()).containsExactly(new Overflow("STATION", 4, 3, new Strength(false, 1, 3)));
    }

    @Test
    @Timeout(60)
    void neverGivesACaseToTwoOfSixtyFourOperators() throws Exception {
        int operators = 64;
        int takes = 10_000;
        node.open.open(1, 60_000, "YELLOW", "DESK");
        node.open.open(60_001, 100_000, "RED", "STATION");
        node.open.spread();
        AtomicInteger left = new AtomicInteger(takes);
        Callable<List<String>> operator = () -> {
            List<String> taken = new ArrayList<>();
            while (left.getAndDecrement() > 0) {
                String name = Thread.currentThread().getName();
                taken.add(queue.takeNext(name, Set.of("DESK", "STATION"))
                        .orElseThrow()
                        .caseId());
            }
            return taken;
        };

        List<String> taken = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(operators);
        for (Future<List<String>> own : threads.invokeAll(
                IntStream.range(0, operators).mapToObj(i -> operator).toList())) {
            taken.addAll(own.get());
        }
        threads.shutdown();

        assertThat(taken).hasSize(takes).doesNotHaveDuplicates();
        Counts counts = queue.counts();
        assertThat(counts.open()).isEqualTo(100_000);
        assertThat(counts.rows().stream().mapToInt(Counts.Row::taken).sum()).isEqualTo(takes);
    }
}
