package org.quanzu.console.queue;

import java.time.Clock;
import java.util.List;
import org.quanzu.console.Operator;
import org.quanzu.console.Rulebook;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The queue as a page, its rows alone, and word of its changes. */
@Controller
@RequestMapping("/console/queue")
class QueueController {
    private static final int MOST_ROWS = 200;
    private final QueueView queue;
    private final QueueStream stream;
    private final List<QueuePanel> panels;
    private final Rulebook rulebook;
    private final Clock clock;

    QueueController(QueueView queue, QueueStream stream, List<QueuePanel> panels, Rulebook rulebook, Clock clock) {
        this.queue = queue;
        this.stream = stream;
        this.panels = List.copyOf(panels);
        this.rulebook = rulebook;
        this.clock = clock;
    }

    @GetMapping
    String page(
            @ModelAttribute("filter") QueueFilter filter, @ModelAttribute("operator") Operator operator, Model model) {
        fill(filter, operator, model);
        panels.forEach(panel -> panel.fill(operator, model));
        return "queue/queue";
    }

    @GetMapping("/rows")
    String rows(
            @ModelAttribute("filter") QueueFilter filter, @ModelAttribute("operator") Operator operator, Model model) {
        fill(filter, operator, model);
        return "queue/queue :: live";
    }

    private void fill(QueueFilter filter, Operator operator, Model model) {
        model.addAttribute("rows", queue.rows(filter, operator, MOST_ROWS));
        model.addAttribute("counts", queue.counts());
        model.addAttribute("overflow", queue.overflow());
        model.addAttribute("mostRows", MOST_ROWS);
        model.addAttribute("rulebook", rulebook);
        model.addAttribute("now", clock.instant());
    }

    @PostMapping("/next")
    String takeNext(@ModelAttribute("operator") Operator operator, RedirectAttributes afterwards) {
        var taken = queue.takeNext(operator);
        if (taken.isEmpty()) {
            afterwards.addFlashAttribute("notice", "queue.nothing");
        }
        return taken.map(caseId -> "redirect:/console/cases/" + caseId).orElse("redirect:/console/queue");
    }

    @GetMapping(path = "/changes", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter changes() {
        return stream.open();
    }
}
