package org.quanzu.console.cases;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.quanzu.console.Language;
import org.quanzu.console.Operator;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of a case and what can be done there; what cannot be saved comes back with what was typed. */
@Controller
@RequestMapping("/console/cases/{caseId}")
class CaseController {
    private static final String QUEUE = "redirect:/console/queue";
    private static final String NOTICE = "notice";
    private final CaseView cases;
    private final CasePages pages;

    CaseController(CaseView cases, CasePages pages) {
        this.cases = cases;
        this.pages = pages;
    }

    @GetMapping
    String page(Reader reader, Model model) {
        return reader.show(pages, model);
    }

    @PostMapping("/take")
    String take(Reader reader, RedirectAttributes afterwards) {
        if (!cases.take(reader.caseId(), reader.operator())) {
            afterwards.addFlashAttribute(NOTICE, "case.not-taken");
        }
        return reader.again();
    }

    @PostMapping("/heartbeat")
    ResponseEntity<Void> heartbeat(@PathVariable String caseId, @RequestParam UUID lease) {
        var answer = ResponseEntity.status(HttpStatus.NO_CONTENT);
        return cases.heartbeat(caseId, lease)
                ? answer.build()
                : answer.header("HX-Trigger", "lease-ended").build();
    }

    @PostMapping("/attempt")
    String attempt(
            Reader reader,
            @RequestParam UUID lease,
            @RequestParam String channel,
            @RequestParam String contact,
            @RequestParam(required = false) @Nullable String note,
            Work work) {
        work.model().addAttribute("note", note);
        return work.save(reader, pages, reader.again(), "case.attempted", () -> {
            if (!Codes.CHANNELS.contains(channel) || !Codes.CONTACTS.contains(contact)) {
                throw Unsaved.invalid("outcome.contact-missing");
            }
            cases.attempt(reader.hold(lease), channel, contact, note == null || note.isBlank() ? null : note.strip());
        });
    }

    @PostMapping("/put-off")
    String putOff(Reader reader, @RequestParam UUID lease, Work work) {
        return work.save(reader, pages, QUEUE, "case.put-off", () -> cases.putOff(reader.hold(lease)));
    }

    @PostMapping("/hand-back")
    String handBack(Reader reader, @RequestParam UUID lease, @RequestParam String reason, Work work) {
        return work.save(reader, pages, QUEUE, "case.handed-back", () -> {
            if (reason.isBlank()) {
                throw Unsaved.invalid("case.reason-missing");
            }
            cases.handBack(reader.hold(lease), reason.strip());
        });
    }

    @PostMapping("/outcome")
    String outcome(Reader reader, @RequestParam UUID lease, @RequestParam int version, OutcomeForm form, Work work) {
        work.model().addAttribute("form", form);
        return work.save(reader, pages, QUEUE, "case.concluded", () -> {
            form.check();
            cases.conclude(reader.hold(lease), version, form);
        });
    }

    @ModelAttribute(binding = false)
    Reader reader(
            @PathVariable String caseId,
            @ModelAttribute("operator") Operator operator,
            @ModelAttribute("language") Language language) {
        return new Reader(caseId, operator, language);
    }

    @ModelAttribute(binding = false)
    Work work(Model model, RedirectAttributes afterwards, HttpServletResponse response) {
        return new Work(model, afterwards, response);
    }

    /** Who looks at which case, in which language. */
    record Reader(String caseId, Operator operator, Language language) {
        String show(CasePages pages, Model model) {
            return pages.show(caseId, operator, language, model);
        }

        String again() {
            return "redirect:/console/cases/" + caseId;
        }

        CaseView.Hold hold(UUID lease) {
            return new CaseView.Hold(caseId, lease, operator);
        }
    }

    /** A deed and what the operator sees afterwards. */
    record Work(Model model, RedirectAttributes afterwards, HttpServletResponse response) {
        String save(Reader reader, CasePages pages, String next, String notice, Runnable deed) {
            var look = new CasePages.Look(reader.caseId(), reader.operator(), reader.language(), model, response);
            var unsaved = pages.unsaved(look, deed);
            if (unsaved != null) {
                return unsaved;
            }
            afterwards.addFlashAttribute(NOTICE, notice);
            return next;
        }
    }
}
