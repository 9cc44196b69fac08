package org.quanzu.eventjson;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads back what {@link EventJson} wrote. */
public final class StoredEventReader {
    /** Earlier versions took longer ones. */
    private static final int LONGEST_SECONDS = 86_400;

    private final JsonNode json;

    private StoredEventReader(JsonNode json) {
        this.json = json;
    }

    public static Event read(byte[] canonical) {
        return new StoredEventReader(JsonMapper.shared().readTree(canonical)).event();
    }

    private Event event() {
        String type = needed("type");
        return switch (type) {
            case "transaction" -> transaction();
            case "transaction_status" ->
                new TransactionStatusEvent(
                        header(),
                        needed("transactionId"),
                        needed("status", TransactionEvent.Status.class),
                        amount("amount"));
            case "call" -> call();
            case "message" -> message();
            case "app_activity" ->
                new AppActivityEvent(
                        header(), needed("kind", AppActivityEvent.Kind.class), text("subject"), flag("offStore"));
            default ->
                throw new IllegalStateException(
                        "Unknown type of event \"" + type + "\"\nMaybe a newer version wrote this journal");
        };
    }

    private Header header() {
        return new Header(
                text("eventId"),
                text("source"),
                new PersonRef(text("personId"), text("phone"), text("account")),
                OffsetDateTime.parse(needed("occurredAt")));
    }

    private TransactionEvent transaction() {
        StoredEventReader other = inner("counterparty");
        StoredEventReader seen = inner("session");
        return new TransactionEvent(
                header(),
                needed("direction", Direction.class),
                new BigDecimal(needed("amount")),
                needed("currency"),
                new Counterparty(
                        other.text("account"),
                        other.word("kind", Counterparty.Kind.class),
                        other.text("bank"),
                        other.text("name")),
                word("purpose", TransactionEvent.Purpose.class),
                word("channel", TransactionEvent.Channel.class),
                needed("status", TransactionEvent.Status.class),
                text("memo"),
                amount("balanceBefore"),
                new Session(
                        seen.text("deviceId"),
                        seen.flag("screenShared"),
                        seen.flag("remoteControlled"),
                        seen.flag("callActive")));
    }

    private CallEvent call() {
        JsonNode seconds = json.get("durationSeconds");
        return new CallEvent(
                header(),
                needed("callId"),
                needed("direction", Direction.class),
                needed("number"),
                Boolean.TRUE.equals(flag("answered")),
                seconds == null ? null : (Integer) Math.min(LONGEST_SECONDS, seconds.intValue()),
                needed("state", CallEvent.State.class));
    }

    private MessageEvent message() {
        Set<String> themes = new HashSet<>();
        json.path("themes").values().forEach(theme -> themes.add(theme.stringValue()));
        return new MessageEvent(
                header(),
                needed("direction", Direction.class),
                needed("sender"),
                needed("channel", MessageEvent.Channel.class),
                themes,
                flag("hasLink"));
    }

    private StoredEventReader inner(String name) {
        return new StoredEventReader(json.path(name));
    }

    private @Nullable String text(String name) {
        JsonNode value = json.get(name);
        return value == null ? null : value.stringValue();
    }

    private String needed(String name) {
        String value = text(name);
        if (value == null) {
            throw new IllegalStateException("An event in the journal has no \"" + name + "\"");
        }
        return value;
    }

    private <E extends Enum<E>> E needed(String name, Class<E> type) {
        return Enum.valueOf(type, needed(name));
    }

    private <E extends Enum<E>> @Nullable E word(String name, Class<E> type) {
        String value = text(name);
        return value == null ? null : Enum.valueOf(type, value);
    }

    private @Nullable Boolean flag(String name) {
        JsonNode value = json.get(name);
        return value == null ? null : (Boolean) value.booleanValue();
    }

    private @Nullable BigDecimal amount(String name) {
        String value = text(name);
        return value == null ? null : new BigDecimal(value);
    }
}
