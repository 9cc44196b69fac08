package org.quanzu.rules.engine;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.drools.model.Model;
import org.jspecify.annotations.Nullable;
import org.quanzu.rulefile.CheckedRule;
import org.quanzu.rulefile.Problem;
import org.quanzu.rulefile.Step;
import org.quanzu.scoring.Evaluator;
import org.quanzu.scoring.Rule;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compiles checked rules and remembers the programs, so that after an edit only what changed is compiled and the rest stays
 * warm. Rules keep their index for as long as the process lives; it names them in the budget of joins.
 */
public final class RuleCompilation {
    private static final Logger log = LoggerFactory.getLogger(RuleCompilation.class);

    private final Map<String, Integer> indices = new HashMap<>();
    private final @Nullable BytecodeFile kept;
    private Map<String, RuleProgram> known = Map.of();

    /** A compilation that looks into {@code kept} before it compiles everything; null keeps nothing. */
    public RuleCompilation(@Nullable BytecodeFile kept) {
        this.kept = kept;
    }

    /** The rules that are evaluated and their evaluator, or the problems that kept some from compiling. */
    public record Result(List<Rule> rules, Evaluator evaluator, List<Problem> problems) {}

    /** Compiles all rules that are not retired; programs of rules no longer there are forgotten. */
    public synchronized Result compile(List<CheckedRule> checked) {
        Map<String, CheckedRule> byName = new LinkedHashMap<>();
        Map<String, String> conditions = new LinkedHashMap<>();
        for (CheckedRule rule : checked) {
            if (rule.rule().status() != Rule.Status.RETIRED) {
                String text = rule.conditions(index(rule));
                String name = name(rule, text);
                byName.put(name, rule);
                conditions.put(name, text);
            }
        }
        List<Problem> problems = new ArrayList<>();
        known = programs(conditions, byName, problems);
        List<CompiledRule> compiled = new ArrayList<>();
        byName.forEach((name, rule) -> {
            RuleProgram program = known.get(name);
            if (program != null) {
                compiled.add(new CompiledRule(RuleSource.of(rule, index(rule)), index(rule), program));
            }
        });
        return new Result(
                compiled.stream().map(CompiledRule::rule).toList(),
                new DroolsEvaluator(compiled),
                List.copyOf(problems));
    }

    private int index(CheckedRule rule) {
        return indices.computeIfAbsent(rule.rule().id(), id -> indices.size());
    }

    /** A Java identifier that differs whenever the conditions do. */
    private static String name(CheckedRule rule, String text) {
        UUID hash = UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
        return (rule.rule().id() + "_" + hash).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "_");
    }

    private Map<String, RuleProgram> programs(
            Map<String, String> conditions, Map<String, CheckedRule> rules, List<Problem> problems) {
        Map<String, RuleProgram> programs = new HashMap<>(known);
        programs.keySet().retainAll(conditions.keySet());
        Map<String, String> changed = new LinkedHashMap<>(conditions);
        changed.keySet().removeAll(programs.keySet());
        Map<String, Model> models = new HashMap<>();
        try {
            models.putAll(known.isEmpty() ? all(changed) : DroolsCompiler.compile(changed));
        } catch (IllegalArgumentException all) {
            passed(compileSelfTest());
            changed.forEach((name, text) ->
                    compileAlone(name, text, Objects.requireNonNull(rules.get(name)), models, problems));
        }
        models.forEach((name, model) -> {
            RuleProgram program = program(name, model, Objects.requireNonNull(rules.get(name)), problems);
            if (program != null) {
                programs.put(name, program);
            }
        });
        return programs;
    }

    /** The models of all rules, from the file where they are kept when they are the same and pass the self-test. */
    private Map<String, Model> all(Map<String, String> conditions) {
        Map<String, String> tested = SelfTest.with(conditions);
        if (kept == null) {
            return passed(DroolsCompiler.compile(tested));
        }
        String key = CompilationKey.of(tested);
        Map<String, Model> before =
                kept.read(key).map(RuleCompilation::loadKept).orElse(null);
        if (before != null && SelfTest.passes(before)) {
            return before;
        }
        Bytecode fresh = DroolsCompiler.bytecode(tested);
        Map<String, Model> models = passed(fresh.load());
        kept.write(key, fresh);
        return models;
    }

    private static @Nullable Map<String, Model> loadKept(Bytecode bytecode) {
        try {
            return bytecode.load();
        } catch (IllegalArgumentException | LinkageError e) {
            log.warn("The compiled rules that were kept do not load, so the rules are compiled: {}", e.toString());
            return null;
        }
    }

    /** Tells a fault of the host, which no rule file is to blame for. */
    private static Map<String, Model> compileSelfTest() {
        try {
            return DroolsCompiler.compile(SelfTest.with(Map.of()));
        } catch (IllegalArgumentException e) {
            throw SelfTest.failed(String.valueOf(e.getMessage()));
        }
    }

    private static Map<String, Model> passed(Map<String, Model> models) {
        if (!SelfTest.passes(models)) {
            throw SelfTest.failed("words in a rule do not come out as they went in");
        }
        return models;
    }

    /** The engine takes some conditions apart only when they are put to use. */
    private static @Nullable RuleProgram program(
            String name, Model model, CheckedRule rule, List<Problem> problems) {
        try {
            RuleProgram program = RuleProgram.of(name, model);
            new DroolsEvaluator(List.of(new CompiledRule(RuleSource.of(rule, 0), 0, program)));
            return program;
        } catch (RuntimeException | StackOverflowError | LinkageError e) {
            log.warn("{} is not understood by the engine: {}", rule.rule().file(), e.toString());
            problems.add(problem(rule, String.valueOf(e.getMessage()), "write the condition in another way"));
            return null;
        }
    }

    private static Problem problem(CheckedRule rule, String why, String advice) {
        Step first = rule.steps().get(0);
        return new Problem(
                rule.rule().file(),
                first.line(),
                first.column(),
                "Rule \"" + rule.rule().name() + "\" does not compile: " + why + "\nMaybe " + advice,
                Problem.Severity.ERROR);
    }

    private static void compileAlone(
            String name, String text, CheckedRule rule, Map<String, Model> models, List<Problem> problems) {
        try {
            models.putAll(DroolsCompiler.compile(Map.of(name, text)));
        } catch (IllegalArgumentException e) {
            problems.add(problem(
                    rule, String.valueOf(e.getMessage()), "a value has another type than the word it is compared with"));
        }
    }
}
