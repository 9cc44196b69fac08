package org.quanzu.console.steering;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.quanzu.console.Language;
import org.quanzu.console.Operator;
import org.quanzu.console.cases.CasePages;
import org.quanzu.console.cases.Unsaved;
import org.quanzu.console.steering.SteeringView.Deed;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The deeds by which a case is steered; what cannot be saved comes back with what was typed. */
@Controller
@RequestMapping("/console/cases/{caseId}")
class SteeringController {
    private static final int LONGEST_REASON = 1_000;
    private final SteeringView steering;
    private final CasePages pages;

    SteeringController(SteeringView steering, CasePages pages) {
        this.steering = steering;
        this.pages = pages;
    }

    @PostMapping("/pin")
    String pin(Wheel wheel) {
        return wheel.save("steering.pinned", Typed.NOTHING, () -> steering.pin(wheel.caseId(), true, wheel.by()));
    }

    @PostMapping("/unpin")
    String unpin(Wheel wheel) {
        return wheel.save("steering.unpinned", Typed.NOTHING, () -> steering.pin(wheel.caseId(), false, wheel.by()));
    }

    @PostMapping("/lower-level")
    String lowerLevel(
            Wheel wheel,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String level,
            @RequestParam(defaultValue = "") String reason) {
        return wheel.save(
                "steering.lowered",
                new Typed("lower-level", level, reason),
                () -> steering.lowerLevel(wheel.deed(version, reason), chosen(level, "steering.level-missing")));
    }

    @PostMapping("/vulnerable")
    String vulnerable(
            Wheel wheel,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String declared,
            @RequestParam(defaultValue = "") String reason) {
        return wheel.save(
                "steering.declared",
                new Typed("vulnerable", declared, reason),
                () -> steering.declareVulnerable(
                        wheel.deed(version, reason),
                        chosen(declared, "steering.declared-missing").equals("yes")));
    }

    @PostMapping("/offer")
    String offer(
            Wheel wheel,
            @RequestParam int version,
            @RequestParam UUID lease,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String reason) {
        return wheel.save(
                "steering.offered",
                new Typed("offer", to, reason),
                () -> steering.offer(wheel.deed(version, reason), lease, to));
    }

    private static String chosen(String option, String missing) {
        if (option.isBlank()) {
            throw Unsaved.invalid(missing);
        }
        return option;
    }

    @ModelAttribute(binding = false)
    Wheel wheel(
            @PathVariable String caseId,
            @ModelAttribute("operator") Operator operator,
            @ModelAttribute("language") Language language,
            Model model,
            RedirectAttributes afterwards,
            HttpServletResponse response) {
        return new Wheel(pages, new CasePages.Look(caseId, operator, language, model, response), afterwards);
    }

    /** Who steers which case, and what they see afterwards. */
    record Wheel(CasePages pages, CasePages.Look look, RedirectAttributes afterwards) {
        String caseId() {
            return look.caseId();
        }

        Operator by() {
            return look.reader();
        }

        Deed deed(int version, String reason) {
            if (reason.isBlank() || reason.length() > LONGEST_REASON) {
                throw Unsaved.invalid("case.reason-missing");
            }
            return new Deed(caseId(), version, reason.strip(), by());
        }

        String save(String notice, Typed typed, Runnable deed) {
            look.model().addAttribute(SteeringPanel.TYPED, typed);
            @Nullable String unsaved = pages.unsaved(look, deed);
            if (unsaved != null) {
                return unsaved;
            }
            afterwards.addFlashAttribute("notice", notice);
            return "redirect:/console/cases/" + caseId();
        }
    }
}
