package org.quanzu.console.people;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.quanzu.console.Operator;
import org.quanzu.console.people.PeopleView.Answer;
import org.quanzu.console.people.PeopleView.Reason;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** The number to dial, for who holds the case: a piece of its page, or a page where there are no scripts. */
@Controller
class PhoneController {
    private final PeopleView people;

    PhoneController(PeopleView people) {
        this.people = people;
    }

    @PostMapping("/console/cases/{caseId}/reveal")
    String reveal(
            @PathVariable String caseId,
            @RequestParam UUID lease,
            @RequestParam String reason,
            @RequestHeader(name = "HX-Request", required = false, defaultValue = "false") boolean piece,
            @ModelAttribute("operator") Operator operator,
            Model model,
            HttpServletResponse response) {
        Answer answer = people.revealPhones(caseId, lease, new Reason(operator, reason));
        model.addAttribute("answer", answer);
        model.addAttribute("caseId", caseId);
        if (answer.isRefused()) {
            response.setStatus(PeopleController.status(answer).value());
        }
        return piece ? "people/phone :: shown" : "people/phone";
    }
}
