package org.quanzu.assessment.intake;

import java.util.Arrays;
import org.quanzu.assessment.AssessmentJson;
import org.quanzu.assessment.ConflictingEvent;
import org.quanzu.assessment.Intake.Answer;
import org.quanzu.event.EventKey;
import org.quanzu.eventjson.SameContent;
import org.quanzu.eventjson.StoredEventReader;
import org.quanzu.journal.EventStore;
import org.quanzu.journal.EventStore.First;
import org.quanzu.journal.PendingWrite;
import org.quanzu.personcache.CachedPerson;

/** Events that came before: the same content gets its first answer again, other content under the same key is refused. */
final class RepeatedEvents {
    private final EventStore history;

    RepeatedEvents(EventStore history) {
        this.history = history;
    }

    /**
     * Whether the event came before. It is then answered; while the first one is pending it is queued again, to be answered
     * once that is settled.
     */
    boolean isRepeat(IntakeRequest request, CachedPerson person) {
        EventKey key = request.event().key();
        PendingWrite pending = person.pending(key);
        if (pending != null) {
            pending.settled().whenComplete((write, failure) -> request.queueAgain(person.personId()));
            return true;
        }
        First first = history.find(key);
        if (first == null) {
            if (request.isTriedBefore() && history.isErased(key)) {
                throw ConflictingEvent.erased(key);
            }
            return false;
        }
        if (!Arrays.equals(first.body(), request.body())
                && !SameContent.of(StoredEventReader.read(first.body()), request.event())) {
            throw new ConflictingEvent(key);
        }
        request.answer().complete(new Answer(AssessmentJson.again(first), true));
        return true;
    }
}
