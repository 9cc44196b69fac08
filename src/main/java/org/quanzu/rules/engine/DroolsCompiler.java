package org.quanzu.rules.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.drools.compiler.kie.builder.impl.KieContainerImpl;
import org.drools.compiler.kproject.models.KieBaseModelImpl;
import org.drools.model.Model;
import org.drools.model.codegen.ExecutableModelProject;
import org.drools.modelcompiler.CanonicalKieModule;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.runtime.KieContainer;

/**
 * Turns printed conditions into executable models, one package a rule, all of one call in one run of the compiler. Nothing
 * of a compiled module stays in the repository of Drools, or reloads would leak.
 */
final class DroolsCompiler {
    private static final AtomicLong MODULES = new AtomicLong();
    private static final String HEADER = """
            package %s
            import org.quanzu.fact.Now
            import org.quanzu.fact.Call
            import org.quanzu.fact.Transaction
            import org.quanzu.fact.Message
            import org.quanzu.fact.AppActivity
            declare Now @role(event) @timestamp(startMillis) @duration(durationMillis) end
            declare Call @role(event) @timestamp(startMillis) @duration(durationMillis) end
            declare Transaction @role(event) @timestamp(startMillis) @duration(durationMillis) end
            declare Message @role(event) @timestamp(startMillis) @duration(durationMillis) end
            declare AppActivity @role(event) @timestamp(startMillis) @duration(durationMillis) end
            """;

    private DroolsCompiler() {}

    /** The models of {@code conditions}, by the same names. Names are Java identifiers. */
    static Map<String, Model> compile(Map<String, String> conditions) {
        if (conditions.isEmpty()) {
            return Map.of();
        }
        KieServices services = KieServices.get();
        ReleaseId module = services.newReleaseId("org.quanzu", "rules", "1." + MODULES.incrementAndGet());
        try {
            return models(services, module, conditions);
        } catch (IllegalArgumentException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(
                    "The compiler gave up: " + Objects.requireNonNullElse(e.getMessage(), e.toString()), e);
        } finally {
            services.getRepository().removeKieModule(module);
        }
    }

    private static void build(KieServices services, ReleaseId module, Map<String, String> conditions) {
        KieFileSystem files = services.newKieFileSystem();
        files.generateAndWritePomXML(module);
        conditions.forEach(
                (name, text) -> files.write("src/main/resources/quanzu/" + name + "/rule.drl", drl(name, text)));
        KieBuilder builder = services.newKieBuilder(files);
        builder.buildAll(ExecutableModelProject.class);
        List<Message> errors = builder.getResults().getMessages(Message.Level.ERROR);
        if (!errors.isEmpty()) {
            throw new IllegalArgumentException(errors.get(0).getText().strip());
        }
    }

    private static String drl(String name, String conditions) {
        return HEADER.formatted("quanzu." + name) + "rule \"" + name + "\" when\n" + conditions + "\nthen\nend\n";
    }

    private static Map<String, Model> models(KieServices services, ReleaseId module, Map<String, String> conditions) {
        build(services, module, conditions);
        KieContainer container = services.newKieContainer(module);
        try {
            KieContainerImpl inner = (KieContainerImpl) container;
            CanonicalKieModule kie = (CanonicalKieModule) inner.getMainKieModule();
            Collection<Model> models = kie.getModelForKBase(
                    (KieBaseModelImpl) inner.getKieProject().getDefaultKieBaseModel());
            Map<String, Model> byName = new HashMap<>();
            for (Model model : new ArrayList<>(models)) {
                model.getRules().forEach(rule -> byName.put(rule.getName(), model));
            }
            return byName;
        } finally {
            container.dispose();
        }
    }
}
