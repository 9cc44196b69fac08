package org.quanzu.console.door;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The way in: the sign-in page, the first page, and the page that says no. */
@Controller
class DoorController {
    private final SignInWays ways;

    DoorController(SignInWays ways) {
        this.ways = ways;
    }

    @GetMapping({"/", "/console"})
    String root() {
        return "redirect:/console/";
    }

    @GetMapping("/console/")
    String home() {
        return "redirect:/console/queue";
    }

    @GetMapping("/console/sign-in")
    String signIn(Model model) {
        model.addAttribute("ways", ways);
        return "door/sign-in";
    }

    /** Shown in place of another page, never by its own address. */
    @RequestMapping("/console/refused")
    String refused(HttpServletRequest request, Model model) {
        model.addAttribute("why", Objects.requireNonNullElse(request.getAttribute("why"), "missing"));
        return "door/refused";
    }
}
