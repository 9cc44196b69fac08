package org.quanzu.api;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quanzu.problem.Json;
import org.quanzu.rules.RuleSets;
import org.quanzu.rules.RuleSets.Version;
import org.quanzu.scoring.Family;
import org.quanzu.scoring.Level;
import org.quanzu.scoring.Rule;
import org.quanzu.scoring.RuleSet;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Which rule sets there are, and what the one in service consists of. */
@RestController
@RequestMapping(path = "/api/v1/rule-sets", produces = Body.JSON)
class RuleSetController {
    private final RuleSets ruleSets;
    private final String node;

    RuleSetController(RuleSets ruleSets, @Value("${quanzu.node:single}") String node) {
        this.ruleSets = ruleSets;
        this.node = node;
    }

    @GetMapping
    void all(HttpServletResponse response) throws IOException {
        List<Published> all = ruleSets.versions().stream().map(this::published).toList();
        Body.write(response, Json.bytes(new All(all)));
    }

    @GetMapping("/current")
    void current(HttpServletResponse response) throws IOException {
        RuleSet current = ruleSets.current();
        Published version = ruleSets.versions().stream()
                .filter(one -> one.version().equals(current.version()))
                .findFirst()
                .map(this::published)
                .orElse(null);
        List<RuleLine> rules = current.rules().stream().map(RuleLine::of).toList();
        Body.write(
                response,
                Json.bytes(new Current(
                        current.version(),
                        version,
                        current.families(),
                        current.levels().all(),
                        rules)));
    }

    private Published published(Version version) {
        return new Published(
                version.version(),
                version.rules(),
                version.publishedBy(),
                version.publishedAt().toString(),
                version.servingSince().toString(),
                version.current(),
                version.current() ? List.of(node) : List.of());
    }

    /** The answer to all of them. */
    record All(List<Published> ruleSets) {}

    /** One version and the nodes it serves on. */
    record Published(
            String version,
            int rules,
            String publishedBy,
            String publishedAt,
            String servingSince,
            boolean current,
            List<String> nodes) {}

    /** The rule set in service. */
    record Current(
            String version,
            @Nullable Published published,
            List<Family> families,
            List<Level> levels,
            List<RuleLine> rules) {}

    /** One rule without its conditions. */
    record RuleLine(String rule, String name, String family, Rule.Status status, int points, String evidence) {
        static RuleLine of(Rule rule) {
            return new RuleLine(
                    rule.id(),
                    rule.name(),
                    rule.family(),
                    rule.status(),
                    rule.points(),
                    rule.evidence().name());
        }
    }
}
