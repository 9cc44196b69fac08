package org.quanzu.console.shifts;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.quanzu.audit.AuditLog;
import org.quanzu.console.Operator;
import org.quanzu.desk.shift.Availability;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Lets operators say that they are away for a while, or back; the page they are on stays as it is. */
@Controller
@RequestMapping("/console/away")
class AwayController {
    private static final Set<Integer> MINUTES = Set.of(15, 30, 60);
    private static final Pattern PAGE = Pattern.compile("/console/(queue|shifts|cases/[\\w-]+)");
    private final Availability availability;
    private final AuditLog audit;
    private final Clock clock;

    AwayController(Availability availability, AuditLog audit, Clock clock) {
        this.availability = availability;
        this.audit = audit;
        this.clock = clock;
    }

    @PostMapping
    String leave(@RequestParam int minutes, @ModelAttribute("operator") Operator operator, Origin origin, Model model) {
        if (MINUTES.contains(minutes)) {
            Instant until = clock.instant().plus(Duration.ofMinutes(minutes));
            availability.leave(operator.name(), until);
            audit.record(operator.name(), "operator.away", "user:" + operator.name());
            model.addAttribute(AwayAdvice.AWAY, until);
        }
        return origin.view();
    }

    @PostMapping("/back")
    String comeBack(@ModelAttribute("operator") Operator operator, Origin origin, Model model) {
        availability.comeBack(operator.name());
        audit.record(operator.name(), "operator.back", "user:" + operator.name());
        model.asMap().remove(AwayAdvice.AWAY);
        return origin.view();
    }

    @ModelAttribute(binding = false)
    Origin origin(
            @RequestHeader(name = "HX-Request", required = false) @Nullable String script,
            @RequestHeader(name = "Referer", required = false) @Nullable String page) {
        return new Origin(script != null, page);
    }

    /** From where somebody said so; a page without script is shown anew. */
    record Origin(boolean byScript, @Nullable String page) {
        String view() {
            return byScript ? "shifts/away :: away" : "redirect:" + path();
        }

        private String path() {
            try {
                String path = page == null ? "" : URI.create(page).getPath();
                return path != null && PAGE.matcher(path).matches() ? path : "/console/queue";
            } catch (IllegalArgumentException e) {
                return "/console/queue";
            }
        }
    }
}
