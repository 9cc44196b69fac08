package org.quanzu.console.quality;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quanzu.console.Exported;
import org.quanzu.console.NoSuchPage;
import org.quanzu.console.Operator;
import org.quanzu.console.Rulebook;
import org.quanzu.desk.precision.Figures;
import org.quanzu.rules.RuleFault;
import org.quanzu.rules.RuleSets;
import org.quanzu.scoring.Rule;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** How right the rules are: all of them as a page or a sheet, and each by itself. */
@Controller
class RulesController {
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final int MOST_EPISODES = 20;
    private final RulesPages pages;
    private final RuleSheet sheet;
    private final Figures figures;
    private final RuleSets ruleSets;
    private final Rulebook rulebook;
    private final ApplicationEventPublisher events;

    RulesController(
            RulesPages pages,
            RuleSheet sheet,
            Figures figures,
            RuleSets ruleSets,
            Rulebook rulebook,
            ApplicationEventPublisher events) {
        this.pages = pages;
        this.sheet = sheet;
        this.figures = figures;
        this.ruleSets = ruleSets;
        this.rulebook = rulebook;
        this.events = events;
    }

    @ModelAttribute(name = "choice", binding = false)
    Choice choice(
            @RequestParam(defaultValue = "90") int days,
            @RequestParam(required = false) @Nullable String family,
            @RequestParam(defaultValue = "LABELLED") Order sort,
            @RequestParam(required = false) @Nullable Boolean down) {
        return new Choice(days, family, sort, down == null ? sort.startsDown() : down);
    }

    @GetMapping("/console/rules")
    String all(@ModelAttribute("choice") Choice choice, Model model) {
        model.addAttribute("page", pages.page(choice));
        model.addAttribute("faults", faults());
        model.addAttribute("periods", Choice.DAYS);
        model.addAttribute("orders", Order.values());
        model.addAttribute("families", ruleSets.current().families());
        model.addAttribute("disputed", figures.disputed(MOST_EPISODES));
        model.addAttribute("recheck", figures.toRecheck(MOST_EPISODES));
        model.addAttribute("rulebook", rulebook);
        return "rules/rules";
    }

    private Map<String, RuleFault> faults() {
        return ruleSets.faults().stream().collect(Collectors.toMap(RuleFault::rule, fault -> fault));
    }

    @GetMapping("/console/rules.csv")
    ResponseEntity<String> sheet(
            @ModelAttribute("choice") Choice choice, @ModelAttribute("operator") Operator operator) {
        RulesPage page = pages.page(choice);
        String name = String.format(
                Locale.ROOT,
                "rules-%s-%s.csv",
                page.period().from(),
                page.period().to());
        events.publishEvent(new Exported(operator.name(), name));
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(sheet.of(page.rules()));
    }

    @GetMapping("/console/rules/{id}")
    String one(@PathVariable String id, Model model) {
        Rule rule = ruleSets.current().rules().stream()
                .filter(known -> known.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NoSuchPage("rule of this id"));
        model.addAttribute("rule", rule);
        model.addAttribute("fault", faults().get(id));
        model.addAttribute("sentence", RulesPages.sentence(rule.reason()));
        model.addAttribute("version", ruleSets.current().version());
        model.addAttribute("text", ruleSets.text(rule.file()).orElse(null));
        model.addAttribute("episodes", figures.ofRule(id, MOST_EPISODES));
        model.addAttribute("rulebook", rulebook);
        return "rules/rule";
    }
}
