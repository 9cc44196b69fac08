package org.quanzu.api;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quanzu.api.person.CallerPersons;
import org.quanzu.desk.Case;
import org.quanzu.outreach.banks.BankView;
import org.quanzu.outreach.banks.BankView.CaseView;
import org.quanzu.outreach.banks.Notice;
import org.quanzu.outreach.banks.PaymentHold;
import org.quanzu.problem.Json;
import org.quanzu.problem.ProblemKind;
import org.quanzu.problem.Refused;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What became of a person after the answers: the case, and the notices of a source in their order. */
@RestController
@RequestMapping(path = "/api/v1", produces = Body.JSON)
class AfterwardsController {
    private static final int MOST = 1_000;
    private static final String USUAL = "100";

    private final BankView view;
    private final CallerPersons persons;

    AfterwardsController(BankView view, CallerPersons persons) {
        this.view = view;
        this.persons = persons;
    }

    @GetMapping("/cases/{caseId}")
    void show(@PathVariable String caseId, HttpServletResponse response) throws IOException {
        CaseView found = view.find(caseId, ApiClient.current().source())
                .filter(it -> persons.find(it.subject().personId()).isPresent())
                .orElseThrow(() -> new Refused(
                        ProblemKind.UNKNOWN_CASE,
                        "No case of this id is known of a person this source told of\n"
                                + "Maybe nobody has had to act for this person so far"));
        Body.write(response, Json.bytes(Shown.of(found)));
    }

    /** A case as a source sees it. */
    record Shown(
            String caseId,
            String personId,
            Case.State state,
            String level,
            int priority,
            OffsetDateTime openedAt,
            OffsetDateTime dueAt,
            @Nullable OffsetDateTime closedAt,
            int episode,
            @Nullable HoldShown hold,
            List<StepShown> plan) {

        static Shown of(CaseView view) {
            Case subject = view.subject();
            return new Shown(
                    subject.caseId(),
                    subject.personId(),
                    subject.state(),
                    subject.level(),
                    subject.points(),
                    subject.openedAt().atOffset(ZoneOffset.UTC),
                    subject.dueAt().atOffset(ZoneOffset.UTC),
                    subject.closedAt() == null ? null : subject.closedAt().atOffset(ZoneOffset.UTC),
                    subject.episode(),
                    view.hold() == null ? null : HoldShown.of(view.hold()),
                    view.plan().stream().map(StepShown::of).toList());
        }
    }

    /** A step of the plan. */
    record StepShown(String action, BankView.Step.State state, OffsetDateTime dueAt) {
        static StepShown of(BankView.Step step) {
            return new StepShown(step.action(), step.state(), step.dueAt().atOffset(ZoneOffset.UTC));
        }
    }

    /** The latest hold on a payment of the source. */
    record HoldShown(
            String eventId,
            PaymentHold.State state,
            OffsetDateTime until,
            @Nullable OffsetDateTime at) {
        static HoldShown of(PaymentHold hold) {
            return new HoldShown(
                    hold.eventId(),
                    hold.state(),
                    hold.until().atOffset(ZoneOffset.UTC),
                    hold.at() == null ? null : hold.at().atOffset(ZoneOffset.UTC));
        }
    }

    @GetMapping("/level-changes")
    void changes(
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = USUAL) int limit,
            HttpServletResponse response)
            throws IOException {
        if (after < 0 || limit < 1 || limit > MOST) {
            throw new Refused(
                    ProblemKind.BAD_REQUEST,
                    "\"after\" is not negative and \"limit\" lies between 1 and " + MOST
                            + "\nMaybe begin with after=0 and go on with the last \"next\"");
        }
        List<Notice> notices = view.changes(ApiClient.current().source(), after, limit);
        long next = notices.isEmpty() ? after : notices.get(notices.size() - 1).seq();
        Body.write(
                response,
                Json.bytes(new Changes(
                        notices.stream()
                                .map(notice -> JsonMapper.shared().readTree(notice.body()))
                                .toList(),
                        next)));
    }

    /** Notices in their order; {@code next} is what the next request asks for. */
    record Changes(List<JsonNode> changes, long next) {}
}
