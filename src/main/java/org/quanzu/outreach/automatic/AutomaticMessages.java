package org.quanzu.outreach.automatic;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
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
        rounds(wanted(records)).forEach(this::send);
    }

    private void send(Collection<Ranked> round) {
        Set<UUID> news = sent.remember(round);
        round.stream()
                .map(Ranked::message)
                .filter(message -> news.contains(message.order()))
                .forEach(this::putWhateverTheRulesAreNow);
    }

    /** What plans ask for and is worth saying now; in the night only what does not wait for the morning. */
    private List<Ranked> wanted(List<DeliveredRecord> records) {
        Instant now = clock.instant();
        return records.stream()
                .map(record -> AutoMessage.of(read(record), record, now))
                .filter(Objects::nonNull)
                .filter(message -> texts.fitting(message.script()).isPresent())
                .filter(message -> courtesy.night(message.level(), now).isEmpty())
                .map(message -> new Ranked(message, rules.rank(message.level())))
                .toList();
    }

    /**
     * The same as one after the other, however the records were gathered: in each round a person is told of a family once, in
     * the next of a higher level; what is not higher would not be told so soon again.
     */
    private static List<Collection<Ranked>> rounds(List<Ranked> wanted) {
        Map<List<String>, Integer> ranks = new HashMap<>();
        List<Collection<Ranked>> rounds = new ArrayList<>();
        Set<List<String>> inRound = new HashSet<>();
        for (Ranked one : wanted) {
            List<String> key = List.of(one.message().personId(), one.message().family());
            Integer before = ranks.get(key);
            if (before == null || before < one.rank()) {
                ranks.put(key, one.rank());
                if (rounds.isEmpty() || inRound.contains(key)) {
                    rounds.add(new ArrayList<>());
                    inRound.clear();
                }
                inRound.add(key);
                rounds.get(rounds.size() - 1).add(one);
            }
        }
        return rounds;
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
