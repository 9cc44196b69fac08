package org.quanzu.desk.label;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quanzu.desk.Case;

/** The labels, and the episodes they are about. */
public interface Labels {

    /** The labels of an episode, oldest first. */
    List<Label> of(Episode.Key episode);

    Optional<Label> find(Label.Name name);

    /** Keeps a label in place of the one of the same name. */
    void keep(Label label);

    void drop(Label.Name name);

    /** The present episode of a case; opened now when the case is older than episodes are. */
    Episode present(Case subject);

    Episode find(Episode.Key key);

    /** The episode a person was in at that time, or soon after it; empty when nobody was warned then. */
    Optional<Episode.Key> at(String personId, Instant time);

    /** When the latest of these events was received; empty when none of them is known. */
    Optional<Instant> received(String source, List<String> eventIds);

    /** Writes down what the labels of an episode say together; null when it has none. */
    void judge(Episode.Key episode, @Nullable Judgement judgement, Instant at);

    /** An opinion, how much of the episode rests on single rules, and whether others shall look at it again. */
    record Judgement(Opinion opinion, Voices voices, boolean recheck) {}
}
