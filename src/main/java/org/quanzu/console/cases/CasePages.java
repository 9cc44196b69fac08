package org.quanzu.console.cases;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quanzu.console.Language;
import org.quanzu.console.NoSuchPage;
import org.quanzu.console.Operator;
import org.quanzu.console.Rulebook;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Fills the page of a case, afresh or with what could not be saved. */
@Component
public class CasePages {
    private final CaseView cases;
    private final List<CasePanel> panels;
    private final Rulebook rulebook;
    private final Clock clock;

    CasePages(CaseView cases, List<CasePanel> panels, Rulebook rulebook, Clock clock) {
        this.cases = cases;
        this.panels = List.copyOf(panels);
        this.rulebook = rulebook;
        this.clock = clock;
    }

    /** The view's name; what was typed and could not be saved stands in the model already. */
    public String show(String caseId, Operator reader, Language language, Model model) {
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
        var looking = new CaseReader(reader, language);
        panels.forEach(panel -> panel.fill(page, looking, model));
        return "cases/case";
    }

    /** Does a deed; null when it is done, otherwise the page again with why not and with what was typed. */
    public @Nullable String unsaved(Look look, Runnable deed) {
        try {
            deed.run();
            return null;
        } catch (Unsaved unsaved) {
            boolean invalid = unsaved.why() == Unsaved.Why.INVALID;
            look.response().setStatus((invalid ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.CONFLICT).value());
            look.model().addAttribute("unsaved", unsaved);
            return show(look.caseId(), look.reader(), look.language(), look.model());
        }
    }

    /** Who did something to a case, and where the answer goes. */
    public record Look(String caseId, Operator reader, Language language, Model model, HttpServletResponse response) {}
}
