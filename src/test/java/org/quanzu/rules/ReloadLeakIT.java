package org.quanzu.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.file.Path;
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
    private static final int SETTLED = 60;
    private static final int RELOADS = 200;
    private static final double GROWTH = 1.15;

    private final Map<String, String> files =
            new TreeMap<>(RuleFolder.read(Path.of("rules")).all());
    private final List<Story> stories =
            Stories.read(Path.of("simulations/general")).subList(0, 3);
    private final RuleSetFactory factory = new RuleSetFactory();

    @Test
    void leavesMemoryFlatOverManyReloads() {
        RuleSet ruleSet = null;
        Memory settled = null;

        for (int reload = 1; reload <= RELOADS; reload++) {
            ruleSet = reloaded(100 + reload);
            if (reload == SETTLED) {
                settled = Memory.used();
            }
        }

        Memory afterAll = Memory.used();
        assertThat(ruleSet).isNotNull();
        assertThat((double) afterAll.metaspace()).isLessThan(GROWTH * settled.metaspace());
        assertThat((double) afterAll.heap()).isLessThan(GROWTH * settled.heap());
    }

    /** The rule set with another number in one rule, having served a little. */
    private RuleSet reloaded(int amount) {
        files.computeIfPresent(FILE, (name, text) -> text.replaceFirst("amount >= \\d+", "amount >= " + amount));
        RuleSet made = Objects.requireNonNull(factory.make(new RuleFiles(files)).ruleSet());
        stories.forEach(story -> StoryRun.of(story, Deployment.BOTH, made));
        return made;
    }

    /** Bytes in use after garbage collections. */
    private record Memory(long metaspace, long heap) {
        static Memory used() {
            for (int i = 0; i < 3; i++) {
                System.gc();
            }
            long metaspace = ManagementFactory.getMemoryPoolMXBeans().stream()
                    .filter(pool -> pool.getName().equals("Metaspace"))
                    .map(MemoryPoolMXBean::getUsage)
                    .mapToLong(usage -> usage.getUsed())
                    .sum();
            return new Memory(
                    metaspace,
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        }
    }
}
