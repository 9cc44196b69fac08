package org.quanzu.rules;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.quanzu.rulefile.Problem;
import org.quanzu.rulefile.RuleFiles;
import org.quanzu.rulefile.RuleFolder;
import org.quanzu.rules.RuleSetFactory.Made;
import org.quanzu.scoring.RuleSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Brings the rule folder into service: at the start, and whenever a valid change is saved. An invalid folder is reported
 * and the rule set in service stays; at the start the one served last takes its place.
 */
final class RuleSetLoader implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(RuleSetLoader.class);
    private static final long START_WARM_MILLIS = 1600;
    private static final long RELOAD_WARM_MILLIS = 250;

    private final Path folder;
    private final RulePreparation preparation;
    private final RuleSetFactory factory;
    private final PublishedRuleSets published;
    private final RuleSetStore store;
    private @Nullable RuleFolderWatch watch;

    RuleSetLoader(Path folder, RulePreparation preparation, PublishedRuleSets published, RuleSetStore store) {
        this.folder = folder;
        this.preparation = preparation;
        factory = preparation.factory();
        this.published = published;
        this.store = store;
    }

    @Override
    public void start() {
        if (!publish(preparation.files(), preparation.made(), START_WARM_MILLIS)) {
            RuleFiles last = store.latest().map(RuleFiles::new).orElseThrow(() -> new InvalidRules(folder));
            log.warn("Serving the rule set published last, {}, until {} is valid", last.version(), folder);
            publish(last, factory.make(last), START_WARM_MILLIS);
        }
        watch = new RuleFolderWatch(folder, this::reload);
    }

    private void reload() {
        long began = System.nanoTime();
        RuleFiles files = RuleFolder.read(folder);
        if (publish(files, factory.make(files), RELOAD_WARM_MILLIS)) {
            long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
            log.info("Rule files {} were taken up in {} ms", files.version(), millis);
        }
    }

    private boolean publish(RuleFiles files, Made made, long warmMillis) {
        report(made.problems());
        RuleSet ruleSet = made.ruleSet();
        if (ruleSet == null) {
            log.error("Rule files {} are not valid, so they do not go live; see the lines above", files.version());
            return false;
        }
        published.publish(ruleSet, files, "folder", warmMillis);
        return true;
    }

    private static void report(List<Problem> problems) {
        problems.forEach(problem -> {
            if (problem.isError()) {
                log.error("{}", problem);
            } else {
                log.warn("{}", problem);
            }
        });
    }

    @Override
    public void stop() {
        try (RuleFolderWatch closing = watch) {
            watch = null;
        } catch (java.io.IOException e) {
            log.debug("Could not stop watching {}", folder, e);
        }
    }

    @Override
    public boolean isRunning() {
        return watch != null;
    }

    /** Before the web server, which must not answer without rules. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 4096;
    }
}
