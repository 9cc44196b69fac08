package org.quanzu.desk.timeline;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quanzu.desk.timeline.JdbcRecorded.Recorded;
import org.quanzu.event.CallEvent;
import org.quanzu.event.Direction;
import org.quanzu.event.EventKey;
import org.quanzu.fact.Attributes;
import org.quanzu.fact.Call;
import org.quanzu.fact.CallCourse;
import org.quanzu.fact.CallState;
import org.quanzu.watchlist.NumberPlan;

/** Turns the states of calls into what is shown of them: each call once, ids used again for another call apart. */
final class CallMoments {
    private final Map<Call.Id, List<CallState>> states = new LinkedHashMap<>();
    private final Map<EventKey, Recorded> told = new HashMap<>();
    private final Set<String> evidence;
    private final NumberPlan plan;

    CallMoments(Set<String> evidence, NumberPlan plan) {
        this.evidence = evidence;
        this.plan = plan;
    }

    void add(Recorded recorded, CallEvent event) {
        Call.Id id = new Call.Id(event.header().source(), event.callId(), event.direction() == Direction.IN);
        CallState state = CallState.of(
                event,
                recorded.received().occurredMillis(),
                recorded.receivedAt().toEpochMilli(),
                plan.read(event.number()),
                null);
        states.computeIfAbsent(id, key -> new ArrayList<>()).add(state);
        told.put(event.key(), recorded);
    }

    List<Moment> all() {
        List<Moment> moments = new ArrayList<>();
        states.forEach((id, all) -> CallCourse.split(all).forEach(course -> moments.add(moment(id, course))));
        return moments;
    }

    private Moment moment(Call.Id id, CallCourse course) {
        Call call = Call.of(id, course, plan, Attributes.NONE.zone());
        CallState last = course.states().get(course.states().size() - 1);
        Recorded recorded = told(id, last);
        CallEvent event = (CallEvent) recorded.event();
        boolean over = !call.isInProgress() && last.state() == CallEvent.State.ACTIVE;
        return new Moment(
                event.header().eventId(),
                event.type(),
                OffsetDateTime.ofInstant(
                        Instant.ofEpochMilli(call.getStartMillis()),
                        event.occurredAt().getOffset()),
                event.direction().name(),
                over ? CallEvent.State.ENDED.name() : last.state().name(),
                null,
                call.isInProgress() ? null : call.getSeconds(),
                Masked.of(number(id, course)),
                recorded.level(),
                course.states().stream().anyMatch(state -> evidence.contains(state.eventId())),
                delay(id, course));
    }

    /** Of the state that arrived soonest: a call of which a state was told in time is known in time. */
    private @Nullable Duration delay(Call.Id id, CallCourse course) {
        List<Duration> delays = course.states().stream()
                .map(state -> told(id, state).delay())
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        return delays.size() < course.states().size() ? null : delays.get(0);
    }

    /** The number as the first state wrote it that knows it. */
    private @Nullable String number(Call.Id id, CallCourse course) {
        CallState knowing = course.states().stream()
                .filter(state -> !state.number().value().isEmpty())
                .findFirst()
                .orElse(course.states().get(0));
        return ((CallEvent) told(id, knowing).event()).number();
    }

    private Recorded told(Call.Id id, CallState state) {
        return Objects.requireNonNull(told.get(new EventKey(id.source(), state.eventId())));
    }
}
