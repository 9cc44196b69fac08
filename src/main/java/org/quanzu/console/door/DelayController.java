package org.quanzu.console.door;

import java.util.Map;
import org.quanzu.audit.AuditLog;
import org.quanzu.console.Operator;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Lets supervisors end the waiting of colleagues who mistyped their password too often. */
@Controller
@RequestMapping("/console/sign-in-delays")
class DelayController {
    private final SignInDelays delays;
    private final AuditLog audit;

    DelayController(SignInDelays delays, AuditLog audit) {
        this.delays = delays;
        this.audit = audit;
    }

    @GetMapping
    String page(Model model) {
        model.addAttribute("delays", delays.now());
        return "door/delays";
    }

    @PostMapping
    String end(
            @RequestParam String name, @ModelAttribute("operator") Operator operator, RedirectAttributes afterwards) {
        if (delays.end(name)) {
            audit.record(operator.name(), "sign-in.unlock", "user:" + name, Map.of());
            afterwards.addFlashAttribute("notice", "delays.ended");
        }
        return "redirect:/console/sign-in-delays";
    }
}
