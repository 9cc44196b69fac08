package org.quanzu.rules.engine;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.model.Model;
import org.drools.model.codegen.ExecutableModelProject;
import org.drools.modelcompiler.CanonicalKieModule;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;

/**
 * Turns printed conditions into bytecode of executable models. The rules of one call share a package, so that equal
 * conditions are compiled once. The compiler gets ASCII alone: it reads what it generated in the charset of the host, and
 * tells lambdas apart by their bytes in it. Nothing of a compiled module stays in the repository of Drools, or reloads would leak.
 */
final class DroolsCompiler {
    private static final AtomicLong MODULES = new AtomicLong();
    private static final String CLASS = ".class";
    private static final String HEADER = """
            package quanzu.rules%d
            import org.quanzu.fact.Now
            import org.quanzu.fact.Call
            import org.quanzu.fact.Transaction
            import org.quanzu.fact.Message
            import org.quanzu.fact.AppActivity
            """;

    private DroolsCompiler() {}

    /** The models of {@code conditions}, by the same names. Names are Java identifiers. */
    static Map<String, Model> compile(Map<String, String> conditions) {
        return conditions.isEmpty() ? Map.of() : bytecode(conditions).load();
    }

    /** The bytecode of {@code conditions}; an {@link IllegalArgumentException} says what the compiler did not like. */
    static Bytecode bytecode(Map<String, String> conditions) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(DroolsCompiler.class.getClassLoader());
        try {
            return compiled(conditions);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** Drools finds its parts and our facts through the thread's class loader, which not every thread has right. */
    private static Bytecode compiled(Map<String, String> conditions) {
        KieServices services = KieServices.get();
        long number = MODULES.incrementAndGet();
        ReleaseId module = services.newReleaseId("org.quanzu", "rules", "1." + number);
        try {
            return bytecode(build(services, module, HEADER.replace("%d", Long.toString(number)), conditions), module);
        } catch (IllegalArgumentException e) {
            throw e;
        } catch (RuntimeException | StackOverflowError | LinkageError e) {
            throw new IllegalArgumentException(
                    "The compiler gave up: "
                            + UnicodeEscapes.unescape(Objects.requireNonNullElse(e.getMessage(), e.toString())),
                    e);
        } finally {
            services.getRepository().removeKieModule(module);
        }
    }

    private static InternalKieModule build(
            KieServices services, ReleaseId module, String header, Map<String, String> conditions) {
        KieFileSystem files = services.newKieFileSystem();
        files.generateAndWritePomXML(module);
        String folder = "src/main/resources/"
                + header.substring("package ".length(), header.indexOf('\n')).replace('.', '/');
        conditions.forEach((name, text) -> files.write(
                folder + "/" + name + ".drl",
                header + "rule \"" + name + "\" when\n" + UnicodeEscapes.escape(text) + "\nthen\nend\n"));
        KieBuilder builder = services.newKieBuilder(files);
        builder.buildAll(ExecutableModelProject.class);
        List<Message> errors = builder.getResults().getMessages(Message.Level.ERROR);
        if (!errors.isEmpty()) {
            throw new IllegalArgumentException(
                    UnicodeEscapes.unescape(errors.get(0).getText().strip()));
        }
        return (InternalKieModule) builder.getKieModule();
    }

    private static Bytecode bytecode(InternalKieModule built, ReleaseId module) {
        Map<String, byte[]> classes = new HashMap<>();
        for (String file : built.getFileNames()) {
            if (file.endsWith(CLASS)) {
                String name = file.substring(0, file.length() - CLASS.length()).replace('/', '.');
                classes.put(name, built.getBytes(file));
            }
        }
        String models =
                new String(built.getBytes(CanonicalKieModule.getModelFileWithGAV(module)), StandardCharsets.UTF_8);
        return new Bytecode(classes, models.lines().skip(1).toList());
    }
}
