package org.quanzu.desk.precision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quanzu.desk.label.Verdict;

/** What the labels come to. Episodes belong to the day they were opened on, where the desk is. */
public interface Figures {

    /** The day it is where the desk is. */
    LocalDate today();

    /** The counts of a period, beside those of the period before. */
    Counts of(Period period);

    /** The latest judged episodes in which a rule spoke. */
    List<Judged> ofRule(String rule, int most);

    /** The latest episodes that the desk and a bank judge differently. */
    List<Judged> disputed(int most);

    /** The latest judged episodes that somebody else shall look at again. */
    List<Judged> toRecheck(int most);

    /** {@code unwarned}: scams that banks told of in the period, of which nobody had been warned. */
    record Counts(List<OfRule> rules, List<OfEpisodes> episodes, int unwarned) {
        public Counts {
            rules = List.copyOf(rules);
            episodes = List.copyOf(episodes);
        }
    }

    /**
     * The episodes a rule spoke in. {@code alone}: how many it was the only rule of its class of evidence in, of those
     * judged; {@code caught}: how many scams it alone warned of; {@code warnedAt}: when it spoke last, null for one that did not.
     */
    record OfRule(
            String rule,
            Tally now,
            Tally before,
            int alone,
            int caught,
            @Nullable Instant warnedAt) {}

    /** Episodes alike, now and in the period before; {@code verdict} is null for those nobody has judged. */
    record OfEpisodes(
            String level,
            String family,
            @Nullable Verdict verdict,
            boolean disputed,
            @Nullable String familyFound,
            int now,
            int before) {}

    /** An episode somebody has judged. */
    record Judged(
            String caseId,
            int episode,
            String level,
            String family,
            @Nullable String familyFound,
            Verdict verdict,
            boolean disputed,
            String ruleSet,
            Instant at) {}
}
