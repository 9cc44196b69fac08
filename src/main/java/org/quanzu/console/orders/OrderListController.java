package org.quanzu.console.orders;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.quanzu.console.Operator;
import org.quanzu.console.Rulebook;
import org.quanzu.console.cases.Unsaved;
import org.quanzu.console.orders.OrderSheet.Put;
import org.quanzu.console.orders.OrderView.Verdict;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The orders of all cases: what waits for a person, and what is only shown. */
@Controller
@RequestMapping("/console/orders")
class OrderListController {
    private static final int MOST = 100;
    private final OrderView orders;
    private final Rulebook rulebook;

    OrderListController(OrderView orders, Rulebook rulebook) {
        this.orders = orders;
        this.rulebook = rulebook;
    }

    @GetMapping
    String page(OrderFilter filter, Model model) {
        model.addAttribute("rulebook", rulebook);
        model.addAttribute("filter", filter);
        model.addAttribute("states", OrderFilter.STATES);
        model.addAttribute("kinds", OrderFilter.KINDS);
        model.addAttribute("most", MOST);
        model.addAttribute("parts", parts(filter));
        return "orders/orders";
    }

    /** A list of the page, by the code of its heading. */
    record Part(String code, List<Put> orders) {}

    private List<Part> parts(OrderFilter filter) {
        String state = filter.state();
        return state == null
                ? List.of(
                        new Part("waiting", orders.in(OrderFilter.FOR_A_PERSON, filter, MOST)),
                        new Part("shown", orders.in(OrderFilter.SHOWN, filter, MOST)))
                : List.of(new Part("found", orders.in(List.of(state), filter, MOST)));
    }

    @PostMapping("/{order}/decide")
    String decide(
            @PathVariable UUID order,
            @RequestParam String decision,
            @RequestParam String reason,
            @ModelAttribute("operator") Operator operator,
            Work work) {
        try {
            orders.decide(operator, new Verdict(order, decision, reason));
        } catch (Unsaved unsaved) {
            work.response().setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            work.model()
                    .addAttribute("unsaved", unsaved)
                    .addAttribute("decided", order)
                    .addAttribute("decisionReason", reason);
            return page(new OrderFilter(null, null), work.model());
        }
        work.afterwards().addFlashAttribute("notice", "order.decision-kept");
        return "redirect:/console/orders";
    }

    @ModelAttribute(binding = false)
    Work work(Model model, RedirectAttributes afterwards, HttpServletResponse response) {
        return new Work(model, afterwards, response);
    }

    /** What the supervisor sees afterwards. */
    record Work(Model model, RedirectAttributes afterwards, HttpServletResponse response) {}
}
