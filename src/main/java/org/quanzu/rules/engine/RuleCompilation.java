package org.quanzu.rules.engine;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.drools.base.util.Drools;
import org.drools.model.Model;
import org.jspecify.annotations.Nullable;
import org.quanzu.fact.AppActivity;
import org.quanzu.fact.Call;
import org.quanzu.fact.Fact;
import org.quanzu.fact.KnownNumber;
import org.quanzu.fact.Message;
import org.quanzu.fact.Now;
import org.quanzu.fact.Party;
import org.quanzu.fact.Transaction;
import org.quanzu.rulefile.CheckedRule;
import org.quanzu.rulefile.Known;
import org.quanzu.rulefile.LinearRegex;
import org.quanzu.rulefile.Problem;
import org.quanzu.rulefile.Step;
import org.quanzu.scoring.Evaluator;
import org.quanzu.scoring.Rule;

/**
 * Compiles checked rules and remembers the programs, so that after an edit only what changed is compiled and the rest stays
 * warm. Rules keep their index for as long as the process lives; it names them in the budget of joins.
 */
public final class RuleCompilation {
    private static final List<Class<?>> COMPILED_AGAINST = List.of(
            Fact.class,
            Now.class,
            Call.class,
            Transaction.class,
            Message.class,
            AppActivity.class,
            Party.class,
            KnownNumber.class,
            Known.class,
            LinearRegex.class);

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
            changed.forEach((name, text) ->
                    compileAlone(name, text, Objects.requireNonNull(rules.get(name)), models, problems));
        }
        models.forEach((name, model) -> programs.put(name, RuleProgram.of(name, model)));
        return programs;
    }

    /** The models of all rules, from the file where they are kept when they are the same. */
    private Map<String, Model> all(Map<String, String> conditions) {
        if (kept == null) {
            return DroolsCompiler.compile(conditions);
        }
        String key = key(conditions);
        Bytecode bytecode = kept.read(key).orElseGet(() -> {
            Bytecode fresh = DroolsCompiler.bytecode(conditions);
            kept.write(key, fresh);
            return fresh;
        });
        return bytecode.load();
    }

    /** Differs whenever the conditions, the engine or the facts they are compiled against do. */
    private static String key(Map<String, String> conditions) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            new TreeMap<>(conditions)
                    .forEach((name, text) -> digest.update((name + text).getBytes(StandardCharsets.UTF_8)));
            digest.update(Drools.getFullVersion().getBytes(StandardCharsets.UTF_8));
            for (Class<?> used : COMPILED_AGAINST) {
                try (InputStream in = used.getResourceAsStream(used.getSimpleName() + ".class")) {
                    digest.update(Objects.requireNonNull(in).readAllBytes());
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException | IOException e) {
            throw new IllegalStateException("The compiled rules cannot be told apart", e);
        }
    }

    private static void compileAlone(
            String name, String text, CheckedRule rule, Map<String, Model> models, List<Problem> problems) {
        try {
            models.putAll(DroolsCompiler.compile(Map.of(name, text)));
        } catch (IllegalArgumentException e) {
            Step first = rule.steps().get(0);
            problems.add(new Problem(
                    rule.rule().file(),
                    first.line(),
                    first.column(),
                    "Rule \"" + rule.rule().name() + "\" does not compile: " + e.getMessage()
                            + "\nMaybe a value has another type than the word it is compared with",
                    Problem.Severity.ERROR));
        }
    }
}
