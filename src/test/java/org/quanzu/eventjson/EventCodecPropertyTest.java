package org.quanzu.eventjson;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.quanzu.event.AppActivityEvent;
import org.quanzu.event.CallEvent;
import org.quanzu.event.Counterparty;
import org.quanzu.event.Direction;
import org.quanzu.event.Event;
import org.quanzu.event.Header;
import org.quanzu.event.MessageEvent;
import org.quanzu.event.PersonRef;
import org.quanzu.event.Session;
import org.quanzu.event.TransactionEvent;
import org.quanzu.event.TransactionStatusEvent;

/** What the journal keeps of an event is all there was, and is written again to the byte. */
class EventCodecPropertyTest {

    @Property(tries = 500)
    void readsBackWhatItWrote(@ForAll("events") Event event) {
        byte[] written = EventJson.write(event);

        Event read = StoredEventReader.read(written);

        assertThat(EventJson.write(read)).isEqualTo(written);
        assertThat(read)
                .usingRecursiveComparison()
                .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .isEqualTo(event);
    }

    @Provide
    Arbitrary<Event> events() {
        return Arbitraries.oneOf(transactions(), statuses(), calls(), messages(), activities());
    }

    private static Arbitrary<Event> transactions() {
        Arbitrary<Counterparty> counterparties = Combinators.combine(
                        texts().injectNull(0.3),
                        Arbitraries.of(Counterparty.Kind.class).injectNull(0.3),
                        texts().injectNull(0.5))
                .as((account, kind, name) -> new Counterparty(account, kind, null, name));
        Arbitrary<Session> sessions = Combinators.combine(texts().injectNull(0.5), flags(), flags(), flags())
                .as(Session::new);
        return Combinators.combine(
                        headers(),
                        Arbitraries.of(Direction.class),
                        amounts(),
                        counterparties,
                        Arbitraries.of(TransactionEvent.Purpose.class).injectNull(0.3),
                        Arbitraries.of(TransactionEvent.Status.class),
                        texts().injectNull(0.5),
                        sessions)
                .as((header, direction, amount, counterparty, purpose, status, memo, session) -> new TransactionEvent(
                        header, direction, amount, "CNY", counterparty, purpose, null, status, memo, amount, session));
    }

    private static Arbitrary<Event> statuses() {
        return Combinators.combine(
                        headers(),
                        Arbitraries.of(TransactionEvent.Status.class),
                        amounts().injectNull(0.5))
                .as((header, status, amount) -> new TransactionStatusEvent(
                        header, "t-1", status, status == TransactionEvent.Status.RETURNED ? amount : null));
    }

    private static Arbitrary<Event> calls() {
        return Combinators.combine(
                        headers(),
                        texts(),
                        Arbitraries.of(Direction.class),
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(0, 86_400).injectNull(0.3),
                        Arbitraries.of(CallEvent.State.class))
                .as((header, number, direction, answered, seconds, state) ->
                        new CallEvent(header, "c 1", direction, number, answered, seconds, state));
    }

    private static Arbitrary<Event> messages() {
        return Combinators.combine(
                        headers(),
                        Arbitraries.of(Direction.class),
                        texts(),
                        Arbitraries.of(MessageEvent.Channel.class),
                        Arbitraries.of("LOAN_OFFER", "PARCEL", "of our own")
                                .set()
                                .ofMaxSize(3),
                        flags())
                .as(MessageEvent::new);
    }

    private static Arbitrary<Event> activities() {
        return Combinators.combine(
                        headers(), Arbitraries.of(AppActivityEvent.Kind.class), texts().injectNull(0.3), flags())
                .as(AppActivityEvent::new);
    }

    private static Arbitrary<Header> headers() {
        Arbitrary<OffsetDateTime> times = Combinators.combine(
                        Arbitraries.longs().between(1_577_836_800_000L, 1_893_456_000_000L),
                        Arbitraries.integers().between(-12, 14))
                .as((millis, hours) -> Instant.ofEpochMilli(millis).atOffset(ZoneOffset.ofHours(hours)));
        Arbitrary<PersonRef> persons = Arbitraries.of(
                PersonRef.ofId("p/1;+="),
                new PersonRef(null, "+8613800000000", null),
                new PersonRef(null, null, "6222 0000-1111"));
        return Combinators.combine(texts(), persons, times)
                .as((id, person, at) -> new Header("e-" + id.hashCode(), "bank", person, at));
    }

    private static Arbitrary<BigDecimal> amounts() {
        return Arbitraries.bigDecimals()
                .between(BigDecimal.ONE, new BigDecimal("99999999"))
                .ofScale(2);
    }

    private static Arbitrary<Boolean> flags() {
        return Arbitraries.of(true, false).injectNull(0.4);
    }

    private static Arbitrary<String> texts() {
        return Arbitraries.of("6222-0001", "李小姐 退款", "a \"quoted\" \\ text", "+44 7700 900123", "𠮷 野", "x");
    }
}
