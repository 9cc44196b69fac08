package org.quanzu.console.shifts;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quanzu.audit.AuditLog;
import org.quanzu.console.Operator;
import org.quanzu.desk.shift.Roster;
import org.quanzu.desk.shift.Rostering;
import org.quanzu.desk.shift.Shifts;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The roster as a page, and its changes; what cannot be saved comes back with every problem and what was typed. */
@Controller
@RequestMapping("/console/shifts")
class ShiftController {
    private static final String PAGE = "redirect:/console/shifts";
    private static final String NOTICE = "notice";
    private final RosterPages pages;
    private final Rostering rostering;
    private final Shifts shifts;
    private final AuditLog audit;

    ShiftController(RosterPages pages, Rostering rostering, Shifts shifts, AuditLog audit) {
        this.pages = pages;
        this.rostering = rostering;
        this.shifts = shifts;
        this.audit = audit;
    }

    @GetMapping
    String page(Model model) {
        return pages.show(model);
    }

    /** One shift as typed into the form. */
    public record Typed(
            @Nullable String who,
            @Nullable String unit,
            @Nullable String from,
            @Nullable String until) {
        Roster.Row row() {
            return new Roster.Row(1, text(who), text(unit), text(from), text(until));
        }

        private static String text(@Nullable String typed) {
            return typed == null ? "" : typed.strip();
        }
    }

    @PostMapping("/add")
    String add(@ModelAttribute("typed") Typed typed, @ModelAttribute("operator") Operator operator, Change change) {
        return save(new Roster(List.of(typed.row()), List.of()), "oneProblems", operator, change);
    }

    @PostMapping("/paste")
    String paste(@RequestParam String roster, @ModelAttribute("operator") Operator operator, Change change) {
        change.model().addAttribute("roster", roster);
        return save(Roster.read(roster), "problems", operator, change);
    }

    private String save(Roster roster, String problems, Operator operator, Change change) {
        List<Roster.Problem> found = rostering.add(roster);
        if (!found.isEmpty()) {
            change.response().setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            change.model().addAttribute(problems, found);
            return pages.show(change.model());
        }
        audit.record(
                operator.name(),
                "shift.add",
                "shifts",
                Map.of("count", String.valueOf(roster.rows().size())));
        change.afterwards().addFlashAttribute(NOTICE, "shifts.added");
        return PAGE;
    }

    @PostMapping("/remove")
    String remove(@RequestParam long id, @ModelAttribute("operator") Operator operator, RedirectAttributes afterwards) {
        shifts.remove(id).ifPresent(shift -> {
            audit.record(operator.name(), "shift.remove", "user:" + shift.operator());
            afterwards.addFlashAttribute(NOTICE, "shifts.removed");
        });
        return PAGE;
    }

    @ModelAttribute(binding = false)
    Change change(Model model, RedirectAttributes afterwards, HttpServletResponse response) {
        return new Change(model, afterwards, response);
    }

    /** What is seen after a change. */
    record Change(Model model, RedirectAttributes afterwards, HttpServletResponse response) {}
}
