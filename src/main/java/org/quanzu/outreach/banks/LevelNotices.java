package org.quanzu.outreach.banks;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.quanzu.assessment.AssessmentReader;
import org.quanzu.journal.consumer.DeliveredRecord;
import org.quanzu.journal.consumer.DeliveredRecord.Kind;
import org.quanzu.journal.consumer.RecordHandler;
import org.quanzu.outreach.ServedRules;
import org.quanzu.scoring.Assessment;
import org.quanzu.scoring.Decision;

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

    @Override
    public boolean takesChanges() {
        return true;
    }

    @Override
    public void handle(List<DeliveredRecord> records) {
        Map<String, ToldLevel> told = new HashMap<>(notices.told(
                records.stream().map(DeliveredRecord::personId).distinct().toList()));
        for (DeliveredRecord record : records) {
            if (record.kind() == Kind.EVENT || record.kind() == Kind.RESCORED) {
                take(record, AssessmentReader.read(record.content().bytes()), told);
            }
        }
    }

    private void take(DeliveredRecord record, Assessment assessment, Map<String, ToldLevel> told) {
        if (assessment.late()) {
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
        ToldLevel before =
                told.getOrDefault(record.personId(), ToldLevel.NONE).at(assessment.occurredAt().toInstant());
        ToldLevel now = new ToldLevel(assessment.level(), instant(assessment.validUntil()));
        int rise = rules.rank(now.level()) - rules.rank(before.level());
        if (rise < 0 && record.kind() == Kind.EVENT) {
            return; // what was told stays in force until its end
        }
        told.put(record.personId(), now);
        notices.remember(record.personId(), now);
        if (rise != 0) {
            tell(record, NoticeJson.levelChanged(assessment, before.level(), record));
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
