package org.quanzu.simulation.life;

import java.util.ArrayList;
import java.util.List;
import org.quanzu.simulation.city.Playbook;
import org.quanzu.simulation.life.Episode.Loss;
import org.quanzu.simulation.life.Episode.Stage;
import org.quanzu.simulation.life.Episode.Talk;

/** Writes down what a scam does to a person while it is played. */
final class EpisodeLog {
    private final int resident;
    private final Playbook playbook;
    private final List<Stage> stages = new ArrayList<>();
    private final List<Loss> losses = new ArrayList<>();
    private final List<Talk> talks = new ArrayList<>();
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;

    EpisodeLog(int resident, Playbook playbook) {
        this.resident = resident;
        this.playbook = playbook;
    }

    void entered(String stage, long millis) {
        stages.add(new Stage(stage, millis));
    }

    void lost(Loss loss) {
        losses.add(loss);
    }

    void talked(long startMillis, long endMillis) {
        talks.add(new Talk(startMillis, endMillis));
    }

    void happened(long millis) {
        first = Math.min(first, millis);
        last = Math.max(last, millis);
    }

    boolean isEmpty() {
        return last == Long.MIN_VALUE;
    }

    /** The episode so far; a person has at most one, so its id is the person's index. */
    Episode episode() {
        return new Episode(
                resident,
                resident,
                playbook.name(),
                playbook.family(),
                stages,
                losses.stream()
                        .sorted(java.util.Comparator.comparingLong(Loss::atMillis))
                        .toList(),
                talks,
                playbook.dissuasion(),
                first,
                last);
    }
}
