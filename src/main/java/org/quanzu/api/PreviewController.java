package org.quanzu.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quanzu.assessor.Assessor;
import org.quanzu.assessor.AssessorResult.Assessed;
import org.quanzu.assessor.PersonState;
import org.quanzu.event.Event;
import org.quanzu.eventjson.EventReader;
import org.quanzu.eventjson.Fields;
import org.quanzu.fact.Surroundings;
import org.quanzu.problem.Json;
import org.quanzu.problem.ProblemKind;
import org.quanzu.problem.Refused;
import org.quanzu.rules.RuleSets;
import org.quanzu.rules.RuleTrace;
import org.quanzu.rules.Tracing;
import org.quanzu.scoring.Assessment;
import org.quanzu.scoring.Rule;
import org.quanzu.scoring.RuleSet;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Scores a made-up history of one person and explains it rule by rule; nothing is stored. */
@RestController
class PreviewController {
    static final String PREVIEW = "preview";
    private static final int MOST_EVENTS = 500;

    private final EventReader reader;
    private final RuleSets ruleSets;
    private final Tracing tracing;

    PreviewController(EventReader reader, RuleSets ruleSets, Tracing tracing) {
        this.reader = reader;
        this.ruleSets = ruleSets;
        this.tracing = tracing;
    }

    @PostMapping(path = "/api/v1/assessments/preview", consumes = Body.JSON, produces = Body.JSON)
    void preview(HttpServletRequest request, HttpServletResponse response) throws IOException {
        History history = Fields.of(Body.read(request, Body.HISTORY_BYTES)).build(this::history);
        Body.write(response, Json.bytes(scored(history, ruleSet(history.ruleSet()))));
    }

    private record History(List<Event> events, @Nullable String ruleSet) {}

    private History history(Fields fields) {
        List<Event> events = fields.each("events", MOST_EVENTS, object -> reader.read(object, PREVIEW));
        checkOnePerson(fields, events);
        return new History(events, fields.optionalText("ruleSet"));
    }

    /** Phones and accounts of one person differ by sender, so only ids can tell that two persons are meant. */
    private static void checkOnePerson(Fields fields, List<Event> events) {
        Set<String> eventIds = new HashSet<>();
        Set<String> personIds = new HashSet<>();
        for (int i = 0; i < events.size(); i++) {
            String personId = events.get(i).header().person().personId();
            if (!eventIds.add(events.get(i).header().eventId())) {
                fields.faultAt("/events/" + i + "/eventId", "was given to an event before");
            }
            if (personId != null && personIds.add(personId) && personIds.size() > 1) {
                fields.faultAt("/events/" + i + "/personId", "is another person; a history is of one");
            }
        }
    }

    private RuleSet ruleSet(@Nullable String version) {
        RuleSet current = ruleSets.current();
        if (version != null && !version.equals(current.version())) {
            throw new Refused(
                    ProblemKind.UNKNOWN_RULE_SET,
                    "Only the rule set in service can be tried, which is \"" + current.version()
                            + "\"\nMaybe leave \"ruleSet\" out");
        }
        return current;
    }

    private Preview scored(History history, RuleSet ruleSet) {
        PersonState state = PersonState.empty(history.events().stream()
                .map(event -> event.header().person().personId())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(PREVIEW));
        List<Assessment> assessments = new ArrayList<>();
        for (Event event : history.events()) {
            Assessed assessed = Assessor.assessNew(state, event, Surroundings.UNKNOWN, ruleSet);
            state = assessed.after();
            assessments.add(assessed.assessment());
        }
        List<RuleTrace> trace = tracing.trace(
                ruleSet, state.profile().factsNow(), state.profile().latestMillis());
        return new Preview(assessments, trace.stream().map(Step::of).toList());
    }

    /** One assessment per event, and how every rule fared after the last one. */
    record Preview(List<Assessment> assessments, List<Step> trace) {}

    /** How one rule fared. */
    record Step(
            String rule, String family, Rule.Status status, boolean matched, RuleTrace.@Nullable Condition failedAt) {
        static Step of(RuleTrace trace) {
            Rule rule = trace.rule();
            return new Step(rule.id(), rule.family(), rule.status(), trace.matched(), trace.failedAt());
        }
    }
}
