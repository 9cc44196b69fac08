package org.quanzu.console.orders;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.quanzu.scoring.Text;

/**
 * The orders of a case as its page shows them, numbers and names masked; {@code offer} is what can be ordered now, null for
 * readers who do not hold the case.
 */
public record OrderSheet(
        List<Put> orders,
        List<Exempt> exceptions,
        List<Told> told,
        @Nullable Offer offer) {

    public OrderSheet {
        orders = List.copyOf(orders);
        exceptions = List.copyOf(exceptions);
        told = List.copyOf(told);
    }

    /** An order that was put; {@code kind} and {@code state} are codes, {@code status} and {@code answer} the last answer. */
    public record Put(
            UUID id,
            String caseId,
            String kind,
            String state,
            String by,
            Instant at,
            int tries,
            @Nullable Instant triedAt,
            @Nullable Integer status,
            @Nullable String answer,
            List<Field> fields) {}

    /** A part of what is sent, by the code of its name; a moment has {@code at} too. */
    public record Field(String name, String value, @Nullable Instant at) {}

    /** A payment that may pass until then. */
    public record Exempt(Instant until, List<Field> fields) {}

    /** What the person was told or came to know of; {@code text} is null where {@code finding}, a code, says it. */
    public record Told(
            Instant at,
            String kind,
            @Nullable Text text,
            @Nullable String finding) {}

    /** What can be ordered; {@code parallel}: the line was busy too often to go on with it alone. */
    public record Offer(
            List<Step> plan,
            List<Payable> payments,
            Visit visit,
            List<Template> templates,
            String template,
            String channel,
            Reads reads,
            @Nullable Rest rest,
            boolean parallel) {}

    /** A step of the plan; {@code doneAt} is null while it is open, {@code ours}: the desk sees whether it was done. */
    public record Step(
            String action,
            String channel,
            String unit,
            Instant dueAt,
            @Nullable Instant doneAt,
            boolean ours) {}

    /** A payment that can be stopped, with what has not come back; null is unknown and has to be completed. */
    public record Payable(
            String id,
            Instant at,
            Text amount,
            boolean probableDouble,
            @Nullable String account,
            @Nullable String bank,
            @Nullable String name,
            @Nullable Integer stopsLeft) {}

    /** The visit the plan asks for. */
    public record Visit(String unit, int minutes, String task) {}

    /** A message that can be sent. */
    public record Template(String name, Text text) {}

    /** Who reads messages: {@code PERSON} or {@code GUARDIAN}; {@code phone} is masked, null when not known. */
    public record Reads(String who, @Nullable String phone, String language) {}

    /** Why a message would wait or be withheld. */
    public record Rest(String reason, Instant until) {}
}
