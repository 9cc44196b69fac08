package org.quanzu.console.cases;

import java.time.Clock;
import org.quanzu.console.Language;
import org.quanzu.console.NoSuchPage;
import org.quanzu.console.Operator;
import org.quanzu.console.Rulebook;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Fills the page of a case, afresh or with what could not be saved. */
@Component
class CasePages {
    private final CaseView cases;
    private final Rulebook rulebook;
    private final Clock clock;

    CasePages(CaseView cases, Rulebook rulebook, Clock clock) {
        this.cases = cases;
        this.rulebook = rulebook;
        this.clock = clock;
    }

    String show(String caseId, Operator reader, Language language, Model model) {
        var page = cases.find(caseId, reader, language).orElseThrow(() -> new NoSuchPage("case of this id"));
        model.addAttribute("page", page);
        model.addAttribute("standing", page.standing());
        model.addAttribute("holding", page.holder() != null && page.holder().lease() != null);
        model.addAttribute("script", Script.of(page.script()));
        model.addAttribute("rulebook", rulebook);
        model.addAttribute("common", Codes.COMMON_CONTACTS);
        model.addAttribute("others", Codes.OTHER_CONTACTS);
        model.addAttribute("contacts", Codes.CONTACTS);
        model.addAttribute("channels", Codes.CHANNELS);
        model.addAttribute("findings", Codes.FINDINGS);
        model.addAttribute("now", clock.instant());
        if (!model.containsAttribute("form")) {
            model.addAttribute("form", OutcomeForm.empty());
        }
        return "cases/case";
    }
}
