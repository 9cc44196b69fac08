package org.quanzu.console.cases;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.quanzu.audit.AuditLog;
import org.quanzu.console.Language;
import org.quanzu.console.Operator;
import org.quanzu.desk.Case;
import org.quanzu.desk.Cases;
import org.quanzu.desk.HistoryLine;
import org.quanzu.desk.LeaseEnded;
import org.quanzu.desk.StaleCase;
import org.quanzu.desk.contact.Channel;
import org.quanzu.desk.contact.Contact;
import org.quanzu.desk.queue.Queue;
import org.quanzu.desk.work.Desk;
import org.quanzu.desk.work.Finding;
import org.quanzu.desk.work.InvalidReport;
import org.quanzu.desk.work.Report;
import org.quanzu.desk.work.Report.Averted;
import org.quanzu.desk.work.Report.Facts;
import org.springframework.stereotype.Component;

/** The desk's cases as their page shows and changes them; every look and every deed is kept in the audit log. */
@Component
class DeskCases implements CaseView {
    private final Cases cases;
    private final Queue queue;
    private final Desk desk;
    private final DeskPages pages;
    private final AuditLog audit;

    DeskCases(Cases cases, Queue queue, Desk desk, DeskPages pages, AuditLog audit) {
        this.cases = cases;
        this.queue = queue;
        this.desk = desk;
        this.pages = pages;
        this.audit = audit;
    }

    @Override
    public Optional<CasePage> find(String caseId, Operator reader, Language language) {
        Optional<Case> found = cases.find(caseId);
        found.ifPresent(
                it -> audit.record(reader.name(), "case.view", "case:" + caseId, Map.of("person", it.personId())));
        return found.map(it -> pages.of(it, reader, language));
    }

    @Override
    public boolean take(String caseId, Operator operator) {
        boolean taken = queue.take(caseId, operator.name()).isPresent();
        if (taken) {
            audit.record(operator.name(), "case.take", "case:" + caseId);
        }
        return taken;
    }

    @Override
    public boolean heartbeat(String caseId, UUID lease) {
        return queue.heartbeat(caseId, lease);
    }

    @Override
    public void handBack(Hold hold, String reason) {
        recorded(hold, "case.hand-back", () -> queue.handBack(hold.caseId(), hold.lease(), reason));
    }

    @Override
    public void attempt(Hold hold, String channel, String contact, @Nullable String note) {
        recorded(
                hold,
                "case.attempt",
                () -> desk.attempt(of(hold), Channel.valueOf(channel), Contact.valueOf(contact), note));
    }

    @Override
    public void putOff(Hold hold) {
        recorded(hold, "case.put-off", () -> desk.putOff(of(hold)));
    }

    @Override
    public void conclude(Hold hold, int version, OutcomeForm form) {
        recorded(hold, "case.conclude", () -> desk.conclude(of(hold), version, report(form)));
    }

    private static Report report(OutcomeForm form) {
        Averted averted = new Averted(
                OutcomeForm.amount(form.stopped()),
                OutcomeForm.amount(form.attempted()),
                OutcomeForm.amount(form.balance()));
        Facts facts = new Facts(
                form.family() == null || form.family().isBlank() ? null : form.family(),
                null,
                OutcomeForm.amount(form.lost()),
                OutcomeForm.amount(form.atRisk()),
                averted,
                OutcomeForm.words(form.payeeAccounts()),
                OutcomeForm.words(form.scamNumbers()),
                OutcomeForm.words(form.apps()));
        return new Report(
                Contact.valueOf(Objects.requireNonNull(form.contact())),
                Finding.valueOf(Objects.requireNonNull(form.finding())),
                facts,
                form.note() == null || form.note().isBlank()
                        ? null
                        : form.note().strip());
    }

    private static org.quanzu.desk.Hold of(Hold hold) {
        return new org.quanzu.desk.Hold(hold.caseId(), hold.lease());
    }

    private void recorded(Hold hold, String what, Runnable deed) {
        try {
            deed.run();
        } catch (LeaseEnded e) {
            throw Unsaved.leaseEnded(e.holder());
        } catch (StaleCase e) {
            throw Unsaved.changed(
                    e.changes().stream().map(HistoryLine::who).findFirst().orElse(HistoryLine.DESK));
        } catch (InvalidReport e) {
            throw Unsaved.invalid("outcome.impossible");
        }
        audit.record(hold.operator().name(), what, "case:" + hold.caseId());
    }
}
