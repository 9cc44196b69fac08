package org.quanzu.profile;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.quanzu.canonical.AccountForm;
import org.quanzu.event.AppActivityEvent;
import org.quanzu.event.CallEvent.State;
import org.quanzu.event.Counterparty;
import org.quanzu.event.Direction;
import org.quanzu.event.Header;
import org.quanzu.event.MessageEvent;
import org.quanzu.event.PersonRef;
import org.quanzu.event.Session;
import org.quanzu.event.TransactionEvent;
import org.quanzu.event.TransactionEvent.Channel;
import org.quanzu.event.TransactionEvent.Purpose;
import org.quanzu.event.TransactionEvent.Status;
import org.quanzu.fact.Acquaintance;
import org.quanzu.fact.AppActivity;
import org.quanzu.fact.Attributes;
import org.quanzu.fact.Call;
import org.quanzu.fact.CallCourse;
import org.quanzu.fact.CallState;
import org.quanzu.fact.Fact;
import org.quanzu.fact.Habits;
import org.quanzu.fact.KnownNumber;
import org.quanzu.fact.Message;
import org.quanzu.fact.Party;
import org.quanzu.fact.PaymentStatus;
import org.quanzu.fact.Transaction;
import org.quanzu.watchlist.PhoneNumber;
import org.quanzu.watchlist.Watchlists;

/** Reads what {@link SnapshotWriter} wrote, now or in earlier versions, seen with the attributes and lists of today. */
public final class SnapshotReader {
    private static final State[] STATES = State.values();
    private static final long MILLIS = 1000;
    /** From this version on, dealings of unknown worth are counted. */
    private static final int PRICED = 2;
    /** From this version on, the states of calls and the time of a payment's status are kept, and no offsets. */
    private static final int STATED = 3;

    private final DataInputStream in;
    private final String personId;
    private final Attributes attributes;
    private final Watchlists lists;
    /** From this version on, it is kept what came back in parts and whether a payment was reported as completed. */
    private static final int FATED = 4;

    /** From this version on, there are sums by day. */
    private static final int SUMMED = 5;

    private int version;

    private SnapshotReader(DataInputStream in, String personId, Attributes attributes, Watchlists lists) {
        this.in = in;
        this.personId = personId;
        this.attributes = attributes;
        this.lists = lists;
    }

    public static Profile read(byte[] bytes, String personId, Attributes attributes, Watchlists lists) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            return new SnapshotReader(in, personId, attributes, lists).profile();
        } catch (IOException e) {
            throw new UncheckedIOException("The snapshot of person " + personId + " is broken", e);
        }
    }

    private Profile profile() throws IOException {
        version = in.readByte();
        if (version < 1 || version > SnapshotWriter.VERSION) {
            throw new IllegalStateException("The snapshot of person " + personId + " has version " + version
                    + "\nMaybe a newer version of Quanzu wrote it");
        }
        long latestMillis = in.readLong();
        Map<String, Acquaintance> accounts = acquaintances(AccountForm::of);
        Map<String, Acquaintance> numbers =
                acquaintances(number -> lists.numberPlan().read(number).value());
        Past past = new Past(accounts, numbers, new Habits(in.readInt(), in.readLong(), in.readLong()), days());
        Fact[] facts = new Fact[in.readShort()];
        for (int i = 0; i < facts.length; i++) {
            facts[i] = fact();
        }
        Profile stored = new Profile(personId, attributes, past, facts, latestMillis, lists, Bounds.STANDARD);
        return Derivation.derive(stored, attributes, lists);
    }

    private SortedMap<Long, DayTotals> days() throws IOException {
        SortedMap<Long, DayTotals> days = new TreeMap<>();
        for (int left = version < SUMMED ? 0 : in.readShort(); left > 0; left--) {
            days.put(
                    in.readLong(),
                    new DayTotals(
                            in.readInt(),
                            in.readLong(),
                            in.readInt(),
                            in.readLong(),
                            in.readInt(),
                            in.readInt(),
                            in.readInt()));
        }
        return days;
    }

    /** Older snapshots have other spellings: what is one account or number now is joined, what is none is left out. */
    private Map<String, Acquaintance> acquaintances(Function<String, @Nullable String> form) throws IOException {
        int size = in.readShort();
        Map<String, Acquaintance> known = new HashMap<>();
        for (int i = 0; i < size; i++) {
            String value = form.apply(in.readUTF());
            Acquaintance who = new Acquaintance(
                    in.readInt(),
                    in.readInt(),
                    version < PRICED ? 0 : in.readInt(),
                    in.readLong(),
                    in.readLong(),
                    in.readLong(),
                    in.readLong(),
                    in.readLong());
            if (value != null && !value.isEmpty()) {
                known.merge(value, who, Acquaintance::and);
            }
        }
        return known;
    }

    private Fact fact() throws IOException {
        int kind = in.readByte();
        String source = in.readUTF();
        String eventId = in.readUTF();
        Instant start = Instant.ofEpochMilli(in.readLong());
        if (version < STATED) {
            in.readInt();
        }
        Header header = new Header(eventId, source, PersonRef.ofId(personId), start.atOffset(ZoneOffset.UTC));
        return switch (kind) {
            case 'T' -> transaction(header);
            case 'C' -> version < STATED ? oldCall(header) : call(source);
            case 'M' -> message(header);
            case 'A' -> activity(header);
            default -> throw new IOException("unknown kind of fact " + kind);
        };
    }

    private Transaction transaction(Header header) throws IOException {
        Direction direction = out();
        BigDecimal amount = new BigDecimal(in.readUTF());
        String currency = in.readUTF();
        String account = text();
        Counterparty.Kind kind = word(Counterparty.Kind.class);
        Integer otherPayers = number();
        Purpose purpose = word(Purpose.class);
        Channel channel = word(Channel.class);
        Status status = needed(word(Status.class));
        PaymentStatus reached = new PaymentStatus(
                status,
                version < STATED ? Long.MIN_VALUE : in.readLong(),
                version >= FATED && in.readBoolean(),
                version < FATED ? 0 : in.readLong());
        TransactionEvent event = new TransactionEvent(
                header,
                direction,
                amount,
                currency,
                new Counterparty(account, kind, null, null),
                purpose,
                channel,
                Status.ATTEMPTED,
                text(),
                amount(),
                new Session(null, flag(), flag(), flag()));
        Party party =
                Party.of(AccountForm.of(account), kind, at(header), Acquaintance.NONE, otherPayers, attributes, lists);
        return Transaction.of(event, at(header), attributes.zone(), party, Habits.NONE, lists.rates())
                .as(reached);
    }

    private Call call(String source) throws IOException {
        Call.Id id = new Call.Id(source, in.readUTF(), in.readBoolean());
        int laterGone = in.readInt();
        CallState[] states = new CallState[in.readShort()];
        for (int i = 0; i < states.length; i++) {
            states[i] = new CallState(
                    in.readUTF(),
                    in.readLong(),
                    STATES[in.readByte()],
                    in.readBoolean(),
                    in.readLong(),
                    in.readLong(),
                    phoneNumber(),
                    number());
        }
        Call call = Call.of(id, CallCourse.of(states), lists.numberPlan(), attributes.zone());
        return call.with(call.getNumber().withLaterGone(laterGone));
    }

    /** Before that version there were no states but what followed from them: a call that is neither in progress nor has a length was rung. */
    private Call oldCall(Header header) throws IOException {
        String callId = in.readUTF();
        Call.Id id = new Call.Id(header.source(), callId, in.readBoolean());
        boolean answered = in.readBoolean();
        boolean inProgress = in.readBoolean();
        Integer seconds = number();
        CallState state = new CallState(
                header.eventId(),
                at(header),
                inProgress ? State.ACTIVE : seconds != null ? State.ENDED : State.RINGING,
                answered,
                inProgress || seconds == null ? CallState.UNKNOWN : seconds * MILLIS,
                Long.MAX_VALUE,
                phoneNumber(),
                number());
        return Call.of(id, CallCourse.of(state), lists.numberPlan(), attributes.zone());
    }

    private Message message(Header header) throws IOException {
        Direction direction = in.readBoolean() ? Direction.IN : Direction.OUT;
        MessageEvent.Channel channel = MessageEvent.Channel.valueOf(in.readUTF());
        Set<String> themes = new HashSet<>();
        for (int left = in.readByte(); left > 0; left--) {
            themes.add(in.readUTF());
        }
        Boolean link = flag();
        MessageEvent event = new MessageEvent(header, direction, "", channel, themes, link);
        return Message.of(event, at(header), known(), attributes.zone());
    }

    private AppActivity activity(Header header) throws IOException {
        AppActivityEvent.Kind kind = AppActivityEvent.Kind.valueOf(in.readUTF());
        return AppActivity.of(new AppActivityEvent(header, kind, text(), flag()), at(header), attributes.zone(), lists);
    }

    private KnownNumber known() throws IOException {
        KnownNumber known = KnownNumber.of(phoneNumber(), number());
        return version < STATED ? known : known.withLaterGone(in.readInt());
    }

    private PhoneNumber phoneNumber() throws IOException {
        PhoneNumber number = lists.numberPlan().read(in.readUTF());
        in.readUTF();
        return number;
    }

    private static long at(Header header) {
        return header.occurredAt().toInstant().toEpochMilli();
    }

    private Direction out() throws IOException {
        return in.readBoolean() ? Direction.OUT : Direction.IN;
    }

    private @Nullable String text() throws IOException {
        return in.readBoolean() ? in.readUTF() : null;
    }

    private @Nullable BigDecimal amount() throws IOException {
        String value = text();
        return value == null ? null : new BigDecimal(value);
    }

    private <E extends Enum<E>> @Nullable E word(Class<E> type) throws IOException {
        String value = text();
        return value == null ? null : Enum.valueOf(type, value);
    }

    private static <T> T needed(@Nullable T value) throws IOException {
        if (value == null) {
            throw new IOException("a value is missing");
        }
        return value;
    }

    private @Nullable Integer number() throws IOException {
        int value = in.readInt();
        return value < 0 ? null : (Integer) value;
    }

    private @Nullable Boolean flag() throws IOException {
        int value = in.readByte();
        return value < 0 ? null : (Boolean) (value == 1);
    }
}
