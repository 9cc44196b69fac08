package org.quanzu.outreach.banks;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
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
        records.forEach(
                record -> take(record, AssessmentReader.read(record.content().bytes())));
    }

    @EventListener
    void on(PersonScoredAnew rescored) {
        notices.lock();
        take(rescored.record(), rescored.assessment());
    }

    private void take(DeliveredRecord record, Assessment assessment) {
        ToldLevel told = notices.told(record.personId());
        if (assessment.late() || told.seq() >= record.seq()) {
            return;
        }
        if (record.kind() == Kind.EVENT && assessment.decision() == Decision.HOLD && assessment.holdUntil() != null) {
            notices.hold(new PaymentHold(
                    record.content().event().header().source(),
                    assessment.eventId(),
                    record.personId(),
                    assessment.holdUntil().toInstant(),
                    PaymentHold.State.HELD,
                    null));
        }
        Instant at = assessment.occurredAt().toInstant();
        String before = told.at(at.isAfter(record.at()) ? record.at() : at);
        int rise = rules.rank(assessment.level()) - rules.rank(before);
        if (rise < 0 && record.kind() == Kind.EVENT) {
            return; // what was told stays in force until its end
        }
        notices.remember(
                record.personId(), new ToldLevel(record.seq(), assessment.level(), instant(assessment.validUntil())));
        if (rise != 0) {
            tell(record, NoticeJson.levelChanged(assessment, before, record));
        }
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
