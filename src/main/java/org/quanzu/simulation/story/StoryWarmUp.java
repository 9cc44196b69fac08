package org.quanzu.simulation.story;

import java.nio.file.Path;
import java.util.List;
import org.quanzu.rules.WarmUp;
import org.quanzu.scoring.RuleSet;
import org.quanzu.simulation.Deployment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Warms a rule set by telling it the shipped stories, again and again. */
public final class StoryWarmUp implements WarmUp {
    private static final Logger log = LoggerFactory.getLogger(StoryWarmUp.class);
    private static final int MOST_ROUNDS = 50;

    private final Path simulations;

    public StoryWarmUp(Path simulations) {
        this.simulations = simulations;
    }

    @Override
    public void warm(RuleSet ruleSet, long atMostMillis) {
        long end = System.nanoTime() + atMostMillis * 1_000_000;
        List<Story> stories = stories();
        int runs = 0;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            for (Story story : stories) {
                if (System.nanoTime() > end) {
                    log.debug("Warmed rule set {} with {} story runs", ruleSet.version(), runs);
                    return;
                }
                StoryRun.of(story, Deployment.BOTH, ruleSet);
                runs++;
            }
        }
    }

    private List<Story> stories() {
        try {
            return Stories.read(simulations);
        } catch (RuntimeException e) {
            log.warn("No stories to warm up with: {}", e.getMessage());
            return List.of();
        }
    }
}
