package org.quanzu.rules;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.quanzu.profile.Bounds;
import org.quanzu.rulefile.RuleFiles;
import org.quanzu.rulefile.RuleFolder;
import org.quanzu.rules.RuleSetFactory.Made;
import org.quanzu.rules.engine.BytecodeFile;

/** Reads and compiles the rule folder in the background, while database and web server start. */
final class RulePreparation {
    private final RuleSetFactory factory;
    private final CompletableFuture<RuleFiles> files;
    private final CompletableFuture<Made> made;

    RulePreparation(Path folder, Path data, String currency, Bounds bounds) {
        factory = new RuleSetFactory(new BytecodeFile(data.resolve("compiled-rules")), currency, bounds);
        files = new CompletableFuture<>();
        made = files.thenApply(factory::make);
        start(() -> RuleFolder.read(folder));
    }

    /** A thread of our own: those of the common pool do not see the classes inside the packaged jar. */
    private void start(Supplier<RuleFiles> reading) {
        Thread thread = new Thread(() -> complete(reading), "rules-start");
        thread.setDaemon(true);
        thread.start();
    }

    private void complete(Supplier<RuleFiles> reading) {
        try {
            files.complete(reading.get());
        } catch (Throwable e) {
            files.completeExceptionally(e);
        }
    }

    RuleSetFactory factory() {
        return factory;
    }

    /** The files read; fails as reading them failed. */
    RuleFiles files() {
        return await(files);
    }

    /** What was made of the files. */
    Made made() {
        return await(made);
    }

    private static <T> T await(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }
}
