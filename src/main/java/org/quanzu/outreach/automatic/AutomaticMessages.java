package org.quanzu.outreach.automatic;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.quanzu.assessment.AssessmentReader;
import org.quanzu.desk.contact.Courtesy;
import org.quanzu.journal.consumer.DeliveredRecord;
import org.quanzu.journal.consumer.RecordHandler;
import org.quanzu.outreach.MessageTexts;
import org.quanzu.outreach.Order;
import org.quanzu.outreach.Outbox;
import org.quanzu.outreach.Outbox.Joining;
import org.quanzu.outreach.ServedRules;
import org.quanzu.outreach.automatic.SentMessages.Ranked;
import org.quanzu.scoring.Assessment;

/** Follows the journal and puts the messages that plans ask for. */
final class AutomaticMessages implements RecordHandler {
    private static final String BY = "quanzu";
    private final SentMessages sent;
    private final Outbox outbox;
    private final MessageTexts texts;
    private final ServedRules rules;
    private final Courtesy courtesy;
    private final InstantSource clock;

    AutomaticMessages(
            SentMessages sent,
            Outbox outbox,
            MessageTexts texts,
            ServedRules rules,
            Courtesy courtesy,
            InstantSource clock) {
        this.sent = sent;
        this.outbox = outbox;
        this.texts = texts;
        this.rules = rules;
        this.courtesy = courtesy;
        this.clock = clock;
    }

    @Override
    public String consumer() {
        return "messages";
    }

    /** Nobody is told anything because of being scored anew. */
    @Override
    public boolean takesChanges() {
        return false;
    }

    @Override
    public void handle(List<DeliveredRecord> records) {
        Collection<Ranked> wanted = wanted(records);
        Set<UUID> news = wanted.isEmpty() ? Set.of() : sent.remember(wanted);
        wanted.stream()
                .map(Ranked::message)
                .filter(message -> news.contains(message.order()))
                .forEach(this::putWhateverTheRulesAreNow);
    }

    /** Of each person and family the first of the highest level; in the night only what does not wait for the morning. */
    private Collection<Ranked> wanted(List<DeliveredRecord> records) {
        Instant now = clock.instant();
        Map<List<String>, Ranked> wanted = new LinkedHashMap<>();
        records.stream()
                .map(record -> AutoMessage.of(read(record), record.at(), now))
                .filter(Objects::nonNull)
                .filter(message -> texts.fitting(message.script()).isPresent())
                .filter(message -> courtesy.night(message.level(), now).isEmpty())
                .map(message -> new Ranked(message, rules.rank(message.level())))
                .forEach(ranked -> wanted.merge(
                        List.of(ranked.message().personId(), ranked.message().family()),
                        ranked,
                        (one, other) -> other.rank() > one.rank() ? other : one));
        return wanted.values();
    }

    private static Assessment read(DeliveredRecord record) {
        return AssessmentReader.read(record.content().bytes());
    }

    /** Once more when other rules came into service in between. */
    private void putWhateverTheRulesAreNow(AutoMessage message) {
        try {
            put(message);
        } catch (IllegalArgumentException | NoSuchElementException e) {
            put(message);
        }
    }

    private void put(AutoMessage message) {
        var order = new Order.Message(
                Assessment.caseOf(message.personId()),
                message.personId(),
                message.level(),
                message.channel(),
                texts.fitting(message.script()).orElseThrow(),
                null);
        outbox.join(new Joining(message.order(), order, BY, message.lapses()));
    }
}
