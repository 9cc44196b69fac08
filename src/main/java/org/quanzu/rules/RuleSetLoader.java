package org.quanzu.rules;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.quanzu.rulefile.Problem;
import org.quanzu.rulefile.RuleFiles;
import org.quanzu.rulefile.RuleFolder;
import org.quanzu.rulefile.UnreadableRuleFiles;
import org.quanzu.rules.RuleSetFactory.Made;
import org.quanzu.rules.RuleSets.Version;
import org.quanzu.scoring.RuleSet;
import org.quanzu.supervision.Heartbeat;
import org.quanzu.supervision.Supervised;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Brings the rule folder into service: at the start, and whenever a valid change is saved. An invalid folder is reported
 * and the rule set in service stays; at the start the one served last takes its place, whatever is wrong with the folder.
 */
final class RuleSetLoader implements SmartLifecycle, Supervised {
    private static final Logger log = LoggerFactory.getLogger(RuleSetLoader.class);
    private static final long START_WARM_MILLIS = 1600;
    private static final long RELOAD_WARM_MILLIS = 250;

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Path folder;
    private final RulePreparation preparation;
    private final RuleSetFactory factory;
    private final PublishedRuleSets published;
    private final RuleSetStore store;
    private final Heartbeat heartbeat = new Heartbeat("rules-watch", PATIENCE);
    private @Nullable RuleFolderWatch watch;
    private volatile @Nullable String trouble;

    RuleSetLoader(Path folder, RulePreparation preparation, PublishedRuleSets published, RuleSetStore store) {
        this.folder = folder;
        this.preparation = preparation;
        factory = preparation.factory();
        this.published = published;
        this.store = store;
    }

    /** Why the folder does not serve, in a few words; empty when it does. */
    Optional<String> trouble() {
        return Optional.ofNullable(trouble);
    }

    @Override
    public Heartbeat heartbeat() {
        return heartbeat;
    }

    @Override
    public void start() {
        RuntimeException failure = null;
        boolean serves = false;
        try {
            serves = publish(preparation.files(), preparation.made(), START_WARM_MILLIS);
        } catch (UnreadableRuleFiles | HostFault e) {
            failure = e; // said by the start that fails, unless a set served before takes over
        }
        if (!serves) {
            serveLast(failure);
        }
        watch = new RuleFolderWatch(folder, this::reload, heartbeat);
    }

    /** The set served last, without the rules in it that no longer hold; if nothing is left of it, the one before. */
    private void serveLast(@Nullable RuntimeException failure) {
        if (failure instanceof HostFault) {
            throw failure;
        }
        for (Version version : store.versions()) {
            RuleFiles files = store.files(version.version()).map(RuleFiles::new).orElse(null);
            Made made = files == null ? null : factory.makeOfWhatHolds(files);
            if (files != null && made != null && made.ruleSet() != null) {
                if (failure != null) {
                    failed(failure);
                }
                report(made.problems());
                log.warn("Serving the rule set published last, {}, until {} is valid", files.version(), folder);
                published.publish(made.ruleSet(), files, version.publishedBy(), START_WARM_MILLIS);
                return;
            }
        }
        throw failure == null ? new InvalidRules(folder) : failure;
    }

    private void reload() {
        long began = System.nanoTime();
        try {
            RuleFiles files = RuleFolder.read(folder);
            if (publish(files, factory.make(files), RELOAD_WARM_MILLIS)) {
                long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
                log.info("Rule files {} were taken up in {} ms", files.version(), millis);
            }
        } catch (UnreadableRuleFiles e) {
            failed(e);
        }
    }

    private void failed(RuntimeException e) {
        trouble = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        log.error("{}", e.getMessage());
    }

    private boolean publish(RuleFiles files, Made made, long warmMillis) {
        report(made.problems());
        RuleSet ruleSet = made.ruleSet();
        if (ruleSet == null) {
            long errors = made.problems().stream().filter(Problem::isError).count();
            trouble = "rule files " + files.version() + " have errors (" + errors + ")";
            log.error("Rule files {} are not valid, so they do not go live; see the lines above", files.version());
            return false;
        }
        published.publish(ruleSet, files, "folder", warmMillis);
        trouble = null;
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
