package org.quanzu.outreach.automatic;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.quanzu.desk.contact.Courtesy;
import org.quanzu.journal.Companion;
import org.quanzu.journal.Line;
import org.quanzu.outreach.MessageTexts;
import org.quanzu.outreach.Order;
import org.quanzu.outreach.Outbox;
import org.quanzu.outreach.Outbox.Joining;
import org.quanzu.outreach.ServedRules;
import org.quanzu.outreach.automatic.Told.Ranked;
import org.quanzu.scoring.Assessment;

/** Puts the messages that plans ask for, in the journal's transaction. */
final class AutomaticMessages implements Companion {
    private static final String BY = "quanzu";
    private final Told told;
    private final Outbox outbox;
    private final MessageTexts texts;
    private final ServedRules rules;
    private final Courtesy courtesy;

    AutomaticMessages(Told told, Outbox outbox, MessageTexts texts, ServedRules rules, Courtesy courtesy) {
        this.told = told;
        this.outbox = outbox;
        this.texts = texts;
        this.rules = rules;
        this.courtesy = courtesy;
    }

    @Override
    public boolean concerns(Line line) {
        return line.found() != null && Telling.of(line) != null;
    }

    @Override
    public void write(DataSource transaction, List<Line> lines) {
        Collection<Ranked> wanted = wanted(lines);
        Set<UUID> news = wanted.isEmpty() ? Set.of() : told.remember(transaction, wanted);
        wanted.stream()
                .map(Ranked::telling)
                .filter(telling -> news.contains(telling.order()))
                .forEach(telling -> putWhateverTheRulesAreNow(transaction, telling));
    }

    /** Of each person and family the first of the highest level; in the night only what does not wait for the morning. */
    private Collection<Ranked> wanted(List<Line> lines) {
        Map<List<String>, Ranked> wanted = new LinkedHashMap<>();
        lines.stream()
                .map(Telling::of)
                .filter(Objects::nonNull)
                .filter(telling -> texts.fitting(telling.script()).isPresent())
                .filter(telling -> courtesy.night(telling.level(), telling.at()).isEmpty())
                .map(telling -> new Ranked(telling, rules.rank(telling.level())))
                .forEach(ranked -> wanted.merge(
                        List.of(ranked.telling().personId(), ranked.telling().family()),
                        ranked,
                        (one, other) -> other.rank() > one.rank() ? other : one));
        return wanted.values();
    }

    /** Once more when other rules came into service in between; a failure here would refuse the events. */
    private void putWhateverTheRulesAreNow(DataSource transaction, Telling telling) {
        try {
            put(transaction, telling);
        } catch (IllegalArgumentException | NoSuchElementException e) {
            put(transaction, telling);
        }
    }

    private void put(DataSource transaction, Telling telling) {
        var message = new Order.Message(
                Assessment.caseOf(telling.personId()),
                telling.personId(),
                telling.level(),
                telling.channel(),
                texts.fitting(telling.script()).orElseThrow(),
                null);
        outbox.join(transaction, new Joining(telling.order(), message, BY, telling.lapses()));
    }

    @Override
    public void kept(List<Line> lines) {
        // the sender looks by itself
    }
}
