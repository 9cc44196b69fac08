package org.quanzu.console.orders;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.quanzu.console.Language;
import org.quanzu.console.NoSuchPage;
import org.quanzu.console.Operator;
import org.quanzu.console.cases.CasePages;
import org.quanzu.console.cases.CaseView;
import org.quanzu.console.cases.Unsaved;
import org.quanzu.console.orders.OrderView.Deed;
import org.quanzu.console.orders.OrderView.Verdict;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What can be ordered from the page of a case; what cannot be comes back with what was typed. */
@Controller
@RequestMapping("/console/cases/{caseId}/orders")
class OrderController {
    private final OrderView orders;
    private final CasePages pages;

    OrderController(OrderView orders, CasePages pages) {
        this.orders = orders;
        this.pages = pages;
    }

    @PostMapping("/{deed}")
    String put(Holder holder, @PathVariable String deed, OrderForm form, Work work) {
        Deed wanted = Deed.of(deed).orElseThrow(() -> new NoSuchPage("order of this kind"));
        work.model().addAttribute(OrderPanel.FORM, form).addAttribute(OrderPanel.DEED, deed);
        return work.save(holder, pages, "order.put." + wanted, () -> orders.put(holder.hold(), wanted, form));
    }

    @PostMapping("/decide")
    String decide(
            Holder holder,
            @RequestParam UUID decided,
            @RequestParam String decision,
            @RequestParam String reason,
            Work work) {
        work.model().addAttribute("decided", decided).addAttribute("decisionReason", reason);
        return work.save(
                holder,
                pages,
                "order.decision-kept",
                () -> orders.decide(holder.hold(), new Verdict(decided, decision, reason)));
    }

    @ModelAttribute(binding = false)
    Holder holder(
            @PathVariable String caseId,
            @RequestParam UUID lease,
            @ModelAttribute("operator") Operator operator,
            @ModelAttribute("language") Language language) {
        return new Holder(new CaseView.Hold(caseId, lease, operator), language);
    }

    @ModelAttribute(binding = false)
    Work work(Model model, RedirectAttributes afterwards, HttpServletResponse response) {
        return new Work(model, afterwards, response);
    }

    /** Who works on which case, in which language. */
    record Holder(CaseView.Hold hold, Language language) {}

    /** A deed and what the operator sees afterwards. */
    record Work(Model model, RedirectAttributes afterwards, HttpServletResponse response) {
        String save(Holder holder, CasePages pages, String notice, Runnable deed) {
            CaseView.Hold hold = holder.hold();
            try {
                deed.run();
            } catch (Unsaved unsaved) {
                response.setStatus(
                        unsaved.why() == Unsaved.Why.INVALID
                                ? HttpStatus.UNPROCESSABLE_CONTENT.value()
                                : HttpStatus.CONFLICT.value());
                model.addAttribute("unsaved", unsaved);
                return pages.show(hold.caseId(), hold.operator(), holder.language(), model);
            }
            afterwards.addFlashAttribute("notice", notice);
            return "redirect:/console/cases/" + hold.caseId();
        }
    }
}
