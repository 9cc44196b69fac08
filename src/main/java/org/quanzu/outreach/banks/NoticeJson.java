package org.quanzu.outreach.banks;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quanzu.journal.consumer.DeliveredRecord;
import org.quanzu.scoring.Assessment;
import tools.jackson.databind.json.JsonMapper;

/** Writes notices: no field is there that is not known, and nothing that another source told. */
final class NoticeJson {
    private NoticeJson() {}

    static String levelChanged(Assessment assessment, String previous, DeliveredRecord record) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("kind", Notice.Kind.LEVEL_CHANGED.name());
        json.put("personId", record.personId());
        json.put("at", record.at().toString());
        json.put("previousLevel", previous);
        json.put("level", assessment.level());
        put(json, "family", assessment.family());
        json.put("score", assessment.score());
        if (assessment.validUntil() != null) {
            json.put("validUntil", assessment.validUntil().toInstant().toString());
        }
        put(json, "caseId", assessment.caseId());
        return JsonMapper.shared().writeValueAsString(json);
    }

    private static void put(Map<String, Object> json, String name, @Nullable String value) {
        if (value != null) {
            json.put(name, value);
        }
    }

    static String holdDecided(PaymentHold hold, String caseId, Instant at) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("kind", Notice.Kind.HOLD_DECIDED.name());
        json.put("personId", hold.personId());
        json.put("at", at.toString());
        json.put("caseId", caseId);
        json.put("eventId", hold.eventId());
        json.put("hold", hold.state().name());
        json.put("until", hold.until().toString());
        return JsonMapper.shared().writeValueAsString(json);
    }
}
