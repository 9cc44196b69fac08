package org.quanzu.desk.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.quanzu.desk.Case;
import org.quanzu.desk.Hold;
import org.quanzu.desk.LeaseEnded;
import org.quanzu.desk.queue.Taken;
import org.quanzu.testkit.DeskNode;

class HandOversIT {
    private static final Set<String> EAST = Set.of("EAST");

    private final DeskNode node = new DeskNode();
    private final HandOvers handOvers = node.part(HandOvers.class);
    private final Hold hold = node.take(node.open.open(1, "RED"), "wang");

    @AfterEach
    void stop() {
        node.close();
    }

    @Test
    void givesTheCaseToTheUnitThatAccepts() {
        HandOver offer = handOvers.offer(hold, Receiver.unit("EAST"), "lives there");

        Taken taken = handOvers.accept(offer.id(), "li", EAST);

        assertThat(node.find("c-1").unit()).isEqualTo("EAST");
        assertThat(node.find("c-1").isLeased(taken.lease(), DeskNode.START)).isTrue();
        assertThat(node.history("c-1")).containsExactly("OFFER_ACCEPTED", "OFFERED", "TAKEN");
        assertThatThrownBy(() -> node.desk().putOff(hold))
                .asInstanceOf(type(LeaseEnded.class))
                .returns("li", LeaseEnded::holder);
    }

    @Test
    void leavesTheCaseWhereItIsUntilSomebodyAccepts() {
        HandOver offer = handOvers.offer(hold, Receiver.user("li"), "speaks the dialect");

        handOvers.giveBack(offer.id(), "li", Set.of(), "on leave");

        assertThat(node.find("c-1").isLeased(hold.lease(), DeskNode.START)).isTrue();
        assertThat(handOvers.of("c-1"))
                .singleElement()
                .returns(HandOver.State.RETURNED, HandOver::state)
                .returns("speaks the dialect", HandOver::reason);
    }

    @Test
    void showsOffersToThoseTheyAreFor() {
        HandOver offer = handOvers.offer(hold, Receiver.unit("EAST"), "lives there");

        assertThat(handOvers.offered("li", EAST)).containsExactly(offer);
        assertThat(handOvers.offered("li", Set.of("DESK"))).isEmpty();
        assertThatThrownBy(() -> handOvers.accept(offer.id(), "li", Set.of("DESK")))
                .isInstanceOf(NotOffered.class);
    }

    @Test
    void isVoidWhenSomebodyElseHasTakenTheCase() {
        HandOver offer = handOvers.offer(hold, Receiver.user("li"), "speaks the dialect");
        node.queue().handBack("c-1", hold.lease(), "end of shift");
        Hold theirs = node.take("c-1", "zhao");

        assertThatThrownBy(() -> handOvers.accept(offer.id(), "li", EAST)).isInstanceOf(NotOffered.class);

        assertThat(node.find("c-1").isLeased(theirs.lease(), DeskNode.START)).isTrue();
    }

    @Test
    void takesAnEarlierOfferBackAndAnswersOnce() {
        HandOver first = handOvers.offer(hold, Receiver.user("li"), "speaks the dialect");
        HandOver second = handOvers.offer(hold, Receiver.user("zhao"), "knows the family");

        handOvers.accept(second.id(), "zhao", Set.of());

        assertThatThrownBy(() -> handOvers.accept(first.id(), "li", Set.of())).isInstanceOf(NotOffered.class);
        assertThatThrownBy(() -> handOvers.accept(second.id(), "zhao", Set.of()))
                .isInstanceOf(NotOffered.class)
                .hasMessageContaining("ACCEPTED already");
    }

    @Test
    void wantsALiveLease() {
        node.clock.advance(Duration.ofMinutes(11));

        assertThatThrownBy(() -> handOvers.offer(hold, Receiver.user("li"), "speaks the dialect"))
                .isInstanceOf(LeaseEnded.class);

        assertThat(handOvers.of("c-1")).isEmpty();
        assertThat(node.find("c-1").state()).isEqualTo(Case.State.TAKEN);
    }
}
