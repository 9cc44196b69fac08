package org.quanzu.simulation.story;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quanzu.event.AppActivityEvent;
import org.quanzu.event.CallEvent;
import org.quanzu.event.Counterparty;
import org.quanzu.event.Direction;
import org.quanzu.event.Event;
import org.quanzu.event.Header;
import org.quanzu.event.InvalidEvent;
import org.quanzu.event.MessageEvent;
import org.quanzu.event.PersonRef;
import org.quanzu.event.Session;
import org.quanzu.event.TransactionEvent;
import org.quanzu.event.TransactionStatusEvent;

/** Reads the rows of {@code events.csv}: one event a row. */
final class StoryEvents {
    private static final String BANK = "bank";
    private static final String TELECOM = "telecom";

    private StoryEvents() {}

    static Event read(Row row, String personId) {
        try {
            return switch (row.required("type")) {
                case "transaction" -> transaction(row, header(row, BANK, personId));
                case "transaction_status" ->
                    new TransactionStatusEvent(
                            header(row, BANK, personId),
                            row.required("transaction_id"),
                            word(row, "status", TransactionEvent.Status.class));
                case "call" -> call(row, header(row, TELECOM, personId));
                case "message" -> message(row, header(row, TELECOM, personId));
                case "app_activity" ->
                    new AppActivityEvent(
                            header(row, BANK, personId),
                            word(row, "activity", AppActivityEvent.Kind.class),
                            row.text("subject"),
                            row.flag("off_store"));
                default -> throw row.wrong("type", "is unknown\nMaybe transaction, call, message or app_activity");
            };
        } catch (InvalidEvent e) {
            throw row.wrong(e.pointer(), String.valueOf(e.getMessage()));
        }
    }

    private static Header header(Row row, String source, String personId) {
        try {
            return new Header(
                    row.required("event_id"),
                    source,
                    PersonRef.ofId(personId),
                    OffsetDateTime.parse(row.required("occurred_at")));
        } catch (DateTimeParseException e) {
            throw row.wrong("occurred_at", "is not a time with offset, such as 2026-03-05T12:00:00+08:00");
        }
    }

    private static TransactionEvent transaction(Row row, Header header) {
        return new TransactionEvent(
                header,
                word(row, "direction", Direction.class),
                money(row, row.money("amount")),
                Objects.requireNonNullElse(row.text("currency"), "CNY"),
                new Counterparty(
                        row.text("account"),
                        row.word("kind", Counterparty.Kind.class),
                        row.text("bank"),
                        row.text("name")),
                row.word("purpose", TransactionEvent.Purpose.class),
                row.word("channel", TransactionEvent.Channel.class),
                word(row, "status", TransactionEvent.Status.class),
                row.text("memo"),
                row.money("balance_before"),
                new Session(
                        row.text("device_id"),
                        row.flag("screen_shared"),
                        row.flag("remote_controlled"),
                        row.flag("call_active")));
    }

    private static BigDecimal money(Row row, @Nullable BigDecimal amount) {
        if (amount == null) {
            throw row.wrong("amount", "is missing");
        }
        return amount;
    }

    private static CallEvent call(Row row, Header header) {
        return new CallEvent(
                header,
                Objects.requireNonNullElse(row.text("call_id"), header.eventId()),
                word(row, "direction", Direction.class),
                Objects.requireNonNullElse(row.text("number"), ""),
                Objects.requireNonNullElse(row.flag("answered"), true),
                row.whole("duration_seconds"),
                Objects.requireNonNullElse(row.word("state", CallEvent.State.class), CallEvent.State.ENDED));
    }

    private static MessageEvent message(Row row, Header header) {
        return new MessageEvent(
                header,
                Objects.requireNonNullElse(row.word("direction", Direction.class), Direction.IN),
                Objects.requireNonNullElse(row.text("sender"), ""),
                Objects.requireNonNullElse(row.word("channel", MessageEvent.Channel.class), MessageEvent.Channel.SMS),
                row.words("themes"),
                row.flag("has_link"));
    }

    private static <E extends Enum<E>> E word(Row row, String column, Class<E> words) {
        E word = row.word(column, words);
        if (word == null) {
            throw row.wrong(column, "is missing");
        }
        return word;
    }
}
