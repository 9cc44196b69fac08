package org.quanzu.console.steering;

import org.quanzu.console.Operator;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is offered to the operator, alone for a page that is open, and the answers. */
@Controller
@RequestMapping("/console/queue/offers")
class OfferController {
    private static final String QUEUE = "redirect:/console/queue";
    private static final String NOTICE = "notice";
    private static final int LONGEST_REASON = 1_000;
    private final OfferView offers;
    private final OfferPanel panel;

    OfferController(OfferView offers, OfferPanel panel) {
        this.offers = offers;
        this.panel = panel;
    }

    @GetMapping
    String offers(@ModelAttribute("operator") Operator operator, Model model) {
        panel.fill(operator, model);
        return "queue/offers :: offers";
    }

    @PostMapping("/{id}/accept")
    String accept(@PathVariable long id, @ModelAttribute("operator") Operator operator, RedirectAttributes afterwards) {
        try {
            return "redirect:/console/cases/" + offers.accept(id, operator);
        } catch (OfferView.NotOpen e) {
            return told(afterwards, "offer.void");
        }
    }

    @PostMapping("/{id}/return")
    String giveBack(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            @ModelAttribute("operator") Operator operator,
            RedirectAttributes afterwards) {
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            return told(afterwards, "case.reason-missing");
        }
        try {
            offers.giveBack(id, operator, reason.strip());
            return told(afterwards, "offer.returned");
        } catch (OfferView.NotOpen e) {
            return told(afterwards, "offer.void");
        }
    }

    private static String told(RedirectAttributes afterwards, String notice) {
        afterwards.addFlashAttribute(NOTICE, notice);
        return QUEUE;
    }
}
