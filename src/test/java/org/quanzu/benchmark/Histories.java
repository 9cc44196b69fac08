package org.quanzu.benchmark;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.quanzu.event.CallEvent;
import org.quanzu.event.Counterparty;
import org.quanzu.event.Direction;
import org.quanzu.event.Event;
import org.quanzu.event.Header;
import org.quanzu.event.MessageEvent;
import org.quanzu.event.PersonRef;
import org.quanzu.event.Session;
import org.quanzu.event.TransactionEvent;
import org.quanzu.event.TransactionEvent.Channel;
import org.quanzu.event.TransactionEvent.Purpose;
import org.quanzu.event.TransactionEvent.Status;

/** Made-up histories of one person, the same for the same seed: payments, calls and messages within a week. */
public final class Histories {
    private static final OffsetDateTime START = OffsetDateTime.parse("2026-03-01T07:00:00+08:00");
    private static final int SCAM_EVENTS = 6;
    private static final long WEEK_SECONDS = 6 * 24 * 3600;

    private Histories() {}

    /** {@code size} events of ordinary life, or with a scam as the last six: overseas calls and payments to strangers. */
    public static List<Event> of(int size, boolean scam, long seed) {
        Random random = new Random(seed);
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            OffsetDateTime at = START.plusSeconds(WEEK_SECONDS * i / size + random.nextInt(60));
            Header header = new Header("e-" + seed + "-" + i, "bank", PersonRef.ofId("p-" + seed), at);
            boolean late = scam && i >= size - Math.min(SCAM_EVENTS, size - 1);
            events.add(late ? scam(header, i, random) : ordinary(header, random));
        }
        return events;
    }

    private static Event ordinary(Header header, Random random) {
        int kind = random.nextInt(10);
        if (kind < 6) {
            boolean merchant = random.nextInt(4) > 0;
            return payment(
                    header,
                    random.nextInt(8) == 0 ? Direction.IN : Direction.OUT,
                    new BigDecimal(5 + random.nextInt(300)).add(new BigDecimal(random.nextInt(100)).movePointLeft(2)),
                    (merchant ? "shop-" : "friend-") + random.nextInt(12),
                    merchant ? Counterparty.Kind.MERCHANT : Counterparty.Kind.PERSONAL);
        }
        String number = "138000011" + (10 + random.nextInt(15));
        if (kind < 9) {
            return new CallEvent(
                    header,
                    header.eventId(),
                    random.nextBoolean() ? Direction.IN : Direction.OUT,
                    number,
                    random.nextInt(5) > 0,
                    random.nextInt(600),
                    CallEvent.State.ENDED);
        }
        return new MessageEvent(header, Direction.IN, number, MessageEvent.Channel.SMS, Set.of("PARCEL"), false);
    }

    private static Event scam(Header header, int number, Random random) {
        return number % 2 == 0
                ? new CallEvent(
                        header,
                        header.eventId(),
                        Direction.IN,
                        "+4420794600" + (10 + random.nextInt(80)),
                        true,
                        900 + random.nextInt(2000),
                        CallEvent.State.ENDED)
                : payment(
                        header,
                        Direction.OUT,
                        new BigDecimal(2000 + random.nextInt(9000)),
                        "stranger-" + random.nextInt(1000),
                        Counterparty.Kind.PERSONAL);
    }

    private static Event payment(
            Header header, Direction direction, BigDecimal amount, String account, Counterparty.Kind kind) {
        return new TransactionEvent(
                header,
                direction,
                amount,
                "CNY",
                new Counterparty(account, kind, null, null),
                Purpose.TRANSFER,
                Channel.MOBILE_APP,
                Status.COMPLETED,
                null,
                new BigDecimal("20000"),
                Session.UNKNOWN);
    }
}
