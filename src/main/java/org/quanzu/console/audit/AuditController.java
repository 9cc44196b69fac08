package org.quanzu.console.audit;

import java.util.List;
import org.quanzu.audit.AuditLog;
import org.quanzu.audit.AuditTrail;
import org.quanzu.audit.Entry;
import org.quanzu.console.Operator;
import org.quanzu.console.Times;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The audit log as a page, and its verification; looking at it is an entry itself. */
@Controller
@RequestMapping("/console/audit")
class AuditController {
    private static final int PAGE = 100;
    private final AuditLog audit;
    private final AuditTrail trail;
    private final Verifications verifications;
    private final Times times;

    AuditController(AuditLog audit, AuditTrail trail, Verifications verifications, Times times) {
        this.audit = audit;
        this.trail = trail;
        this.verifications = verifications;
        this.times = times;
    }

    @GetMapping
    String page(
            @ModelAttribute("filter") AuditFilter filter, @ModelAttribute("operator") Operator operator, Model model) {
        audit.record(operator.name(), "audit.view", "audit:log", filter.told());
        List<Entry> entries = trail.find(filter.search(times.zone()), PAGE + 1);
        boolean more = entries.size() > PAGE;
        List<Entry> shown = more ? entries.subList(0, PAGE) : entries;
        model.addAttribute("entries", shown);
        model.addAttribute("older", more ? shown.get(PAGE - 1).id() : null);
        model.addAttribute("acts", trail.acts());
        model.addAttribute("head", trail.head().orElse(""));
        model.addAttribute("run", verifications.latest());
        return "audit/audit";
    }

    @PostMapping("/verify")
    String verify(@ModelAttribute("operator") Operator operator) {
        verifications.begin(operator);
        return "redirect:/console/audit#verification";
    }

    @GetMapping("/verification")
    String verification(Model model) {
        model.addAttribute("run", verifications.latest());
        return "audit/audit :: verification";
    }
}
