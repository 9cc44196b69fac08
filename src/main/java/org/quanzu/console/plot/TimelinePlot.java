package org.quanzu.console.plot;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quanzu.console.PageJson;
import org.quanzu.console.cases.CasePage;
import org.quanzu.console.cases.CasePage.Moment;
import org.quanzu.console.cases.CasePanel;
import org.quanzu.console.cases.CaseReader;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The plot on the page of a case, and since when the person has been on the phone. */
@Component
class TimelinePlot implements CasePanel {
    /** The end of a call that seems to last longer must have been lost. */
    private static final Duration LONGEST_CALL = Duration.ofHours(4);

    private final Drawing drawing;
    private final Clock clock;

    TimelinePlot(Drawing drawing, Clock clock) {
        this.drawing = drawing;
        this.clock = clock;
    }

    @Override
    public void fill(CasePage page, CaseReader reader, Model model) {
        Instant now = clock.instant();
        List<Moment> moments = page.timeline().stream()
                .sorted(Comparator.comparing(Moment::at))
                .toList();
        model.addAttribute("talkingSince", talkingSince(moments, now));
        if (!moments.isEmpty()) {
            Plot plot = drawing.of(moments, now, reader.language());
            model.addAttribute("plot", plot);
            model.addAttribute("plotData", PageJson.of(plot));
            model.addAttribute("plotMissing", drawing.missing(moments));
        }
    }

    private static @Nullable Instant talkingSince(List<Moment> moments, Instant now) {
        return moments.stream()
                .filter(moment -> isTalking(moment, now))
                .map(Moment::at)
                .reduce((one, other) -> other)
                .orElse(null);
    }

    /** Whether a call goes on at {@code now}, as far as anybody knows. */
    static boolean isTalking(Moment moment, Instant now) {
        return moment.extent() != null
                && moment.extent().talking()
                && moment.at().plus(LONGEST_CALL).isAfter(now);
    }
}
