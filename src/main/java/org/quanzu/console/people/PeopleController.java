package org.quanzu.console.people;

import jakarta.servlet.http.HttpServletResponse;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.quanzu.console.NoSuchPage;
import org.quanzu.console.Operator;
import org.quanzu.console.Rulebook;
import org.quanzu.console.people.PeopleView.Answer;
import org.quanzu.console.people.PeopleView.Field;
import org.quanzu.console.people.PeopleView.Kind;
import org.quanzu.console.people.PeopleView.Reason;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The look-up and the page of a person; what is typed or revealed never stands in an address. */
@Controller
@RequestMapping("/console/people")
class PeopleController {
    private final PeopleView people;
    private final Rulebook rulebook;

    PeopleController(PeopleView people, Rulebook rulebook) {
        this.people = people;
        this.rulebook = rulebook;
    }

    @GetMapping
    String page(Model model) {
        return lookUp(model);
    }

    private static String lookUp(Model model) {
        model.addAttribute("kinds", Kind.values());
        return "people/people";
    }

    @PostMapping
    String find(
            @RequestParam String who,
            @RequestParam(defaultValue = "ANY") Kind kind,
            @ModelAttribute("operator") Operator operator,
            Model model,
            RedirectAttributes address) {
        var found = people.find(kind, who, operator);
        if (found.isEmpty()) {
            model.addAttribute("unknown", true);
            return lookUp(model);
        }
        address.addAttribute("id", found.get());
        return "redirect:/console/people/person";
    }

    @GetMapping("/person")
    String person(@RequestParam String id, @ModelAttribute("operator") Operator operator, Model model) {
        return show(id, operator, model);
    }

    private String show(String id, Operator operator, Model model) {
        var page = people.person(id, operator).orElseThrow(() -> new NoSuchPage("person of this id"));
        model.addAttribute("page", page);
        model.addAttribute("fields", Field.values());
        model.addAttribute("rulebook", rulebook);
        return "people/person";
    }

    @PostMapping("/reveal")
    String reveal(
            @RequestParam String id,
            @RequestParam(defaultValue = "") List<Field> field,
            @RequestParam(defaultValue = "") String reason,
            @ModelAttribute("operator") Operator operator,
            Model model,
            HttpServletResponse response) {
        Set<Field> fields = field.isEmpty() ? Set.of() : EnumSet.copyOf(field);
        Answer answer = people.reveal(id, fields, new Reason(operator, reason));
        model.addAttribute("answer", answer);
        model.addAttribute("reason", reason);
        model.addAttribute("chosen", fields);
        if (answer.isRefused()) {
            response.setStatus(status(answer).value());
        }
        return show(id, operator, model);
    }

    static HttpStatus status(Answer refused) {
        return switch (refused.refused()) {
            case "people.reveal.enough" -> HttpStatus.TOO_MANY_REQUESTS;
            case "people.reveal.not-held" -> HttpStatus.CONFLICT;
            default -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
    }
}
