package org.quanzu.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.quanzu.rulefile.RuleFiles;
import org.quanzu.rulefile.RuleFolder;
import org.quanzu.scoring.RuleSet;
import org.quanzu.simulation.Deployment;
import org.quanzu.simulation.story.Stories;
import org.quanzu.simulation.story.Story;
import org.quanzu.simulation.story.StoryRun;

class ReloadLeakIT {
    private static final String FILE = "general/stranger_paid_during_call.drl";
    private static final int SETTLED = 40;
    private static final int RELOADS = 100;
    private static final double GROWTH = 1.05;
    /** The one in service, and the one before it, which the next is compared with. */
    private static final int KEPT = 2;

    private final Map<String, String> files =
            new TreeMap<>(RuleFolder.read(Path.of("rules")).all());
    private final List<Story> stories =
            Stories.read(Path.of("simulations/general")).subList(0, 3);
    private final RuleSetFactory factory = new RuleSetFactory();

    @Test
    void letsGoOfRuleSetsAndTheirClassesThatAreServedNoMore() {
        List<WeakReference<RuleSet>> made = new ArrayList<>();
        long settled = 0;

        for (int reload = 1; reload <= RELOADS; reload++) {
            made.add(new WeakReference<>(reloaded(100 + reload)));
            if (reload == SETTLED) {
                settled = metaspace();
            }
        }

        assertThat((double) metaspace()).isLessThan(GROWTH * settled);
        assertThat(made.stream().filter(ruleSet -> ruleSet.get() != null)).hasSizeLessThanOrEqualTo(KEPT);
    }

    /** The rule set with another number in one rule, having served a little. */
    private RuleSet reloaded(int amount) {
        files.computeIfPresent(FILE, (name, text) -> text.replaceFirst("amount >= \\d+", "amount >= " + amount));
        RuleSet made = Objects.requireNonNull(factory.make(new RuleFiles(files)).ruleSet());
        stories.forEach(story -> StoryRun.of(story, Deployment.BOTH, made));
        return made;
    }

    /** Bytes of classes in use after garbage collections. Of the heap other tests of this process have a part. */
    private static long metaspace() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getName().equals("Metaspace"))
                .map(MemoryPoolMXBean::getUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }
}
