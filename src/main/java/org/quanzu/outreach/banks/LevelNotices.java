package org.quanzu.outreach.banks;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quanzu.assessment.AssessmentReader;
import org.quanzu.desk.PersonScoredAnew;
import org.quanzu.journal.consumer.DeliveredRecord;
import org.quanzu.journal.consumer.DeliveredRecord.Kind;
import org.quanzu.journal.consumer.RecordHandler;
import org.quanzu.outreach.ServedRules;
import org.quanzu.scoring.Assessment;
import org.quanzu.scoring.Decision;
import org.springframework.context.event.EventListener;

/**
 * Follows the journal: each source that told of a person hears when the person's level rises, and when it falls because the
 * person is scored anew. That a level has ended follows from {@code validUntil}. Payments to be held are remembered.
 */
final class LevelNotices implements RecordHandler {
    private final BankNotices notices;
    private final BankSettings settings;
    private final ServedRules rules;

    LevelNotices(BankNotices notices, BankSettings settings, ServedRules rules) {
        this.notices = notices;
        this.settings = settings;
        this.rules = rules;
    }

    @Override
    public String consumer() {
        return "banks";
    }

    /** Changes of persons are the desk's; it passes on whom it found scored anew. */
    @Override
    public boolean takesChanges() {
        return false;
    }

    @Override
    public void handle(List<DeliveredRecord> records) {
        notices.lock();
        var told = new Told(records.stream().map(DeliveredRecord::personId).collect(Collectors.toSet()));
        records.forEach(record ->
                told.take(record, AssessmentReader.read(record.content().bytes())));
        told.remember();
    }

    @EventListener
    void on(PersonScoredAnew rescored) {
        notices.lock();
        var told = new Told(Set.of(rescored.record().personId()));
        told.take(rescored.record(), rescored.assessment());
        told.remember();
    }

    /** What was told of some persons, and what is told now. */
    private final class Told {
        private final Map<String, ToldLevel> before;
        private final Map<String, ToldLevel> now = new HashMap<>();

        Told(Set<String> persons) {
            before = notices.told(persons);
        }

        void take(DeliveredRecord record, Assessment assessment) {
            ToldLevel told =
                    now.getOrDefault(record.personId(), before.getOrDefault(record.personId(), ToldLevel.NONE));
            if (!assessment.late() && told.seq() < record.seq()) {
                hold(record, assessment);
                ToldLevel next = LevelNotices.this.take(record, assessment, told);
                if (next != told) {
                    now.put(record.personId(), next);
                }
            }
        }

        void remember() {
            notices.remember(now);
        }
    }

    private void hold(DeliveredRecord record, Assessment assessment) {
        if (record.kind() == Kind.EVENT && assessment.decision() == Decision.HOLD && assessment.holdUntil() != null) {
            notices.hold(new PaymentHold(
                    record.content().event().header().source(),
                    assessment.eventId(),
                    record.personId(),
                    assessment.holdUntil().toInstant(),
                    PaymentHold.State.HELD,
                    null));
        }
    }

    /** Tells of a change, and what was told last after it; the same where nobody has to remember anything. */
    private ToldLevel take(DeliveredRecord record, Assessment assessment, ToldLevel told) {
        Instant at = assessment.occurredAt().toInstant();
        String before = told.at(at.isAfter(record.at()) ? record.at() : at);
        int rise = rules.rank(assessment.level()) - rules.rank(before);
        if (rise < 0 && record.kind() == Kind.EVENT) {
            return told; // what was told stays in force until its end
        }
        if (rise != 0) {
            tell(record, NoticeJson.levelChanged(assessment, before, record));
        } else if (rules.rank(before) == 0) {
            return told; // most records find something that is no warning
        }
        return new ToldLevel(record.seq(), assessment.level(), instant(assessment.validUntil()));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private void tell(DeliveredRecord record, String body) {
        for (String source : notices.sourcesOf(record.personId())) {
            notices.append(
                    id(record.seq() + " " + source),
                    source,
                    record.personId(),
                    body,
                    record.at(),
                    !settings.webhooks().containsKey(source));
        }
    }

    static UUID id(String name) {
        return UUID.nameUUIDFromBytes(("notice:" + name).getBytes(StandardCharsets.UTF_8));
    }
}
