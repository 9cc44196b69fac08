package org.quanzu.desk.intake;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.quanzu.assessment.AssessmentReader;
import org.quanzu.assessment.Persons.FeedbackGiven;
import org.quanzu.desk.PersonScoredAnew;
import org.quanzu.desk.QueueChanged;
import org.quanzu.desk.label.Labelling;
import org.quanzu.journal.consumer.DeliveredRecord;
import org.quanzu.journal.consumer.RecordHandler;
import org.quanzu.rules.RuleSets;
import org.quanzu.scoring.Assessment;
import org.quanzu.scoring.Level;
import org.springframework.context.ApplicationEventPublisher;
import tools.jackson.databind.json.JsonMapper;

/** The desk as a consumer of the journal: cases follow assessments, labels follow feedback. */
final class DeskRecords implements RecordHandler {
    private final CaseIntake cases;
    private final Labelling labelling;
    private final RuleSets ruleSets;
    private final ApplicationEventPublisher events;
    private final List<PersonScoredAnew> rescored = new ArrayList<>();
    private Set<String> changed = Set.of();

    DeskRecords(CaseIntake cases, Labelling labelling, RuleSets ruleSets, ApplicationEventPublisher events) {
        this.cases = cases;
        this.labelling = labelling;
        this.ruleSets = ruleSets;
        this.events = events;
    }

    @Override
    public String consumer() {
        return "desk";
    }

    @Override
    public boolean takesChanges() {
        return true;
    }

    @Override
    public void handle(List<DeliveredRecord> records) {
        changed = new HashSet<>();
        rescored.clear();
        List<Warning> warnings = new ArrayList<>();
        for (DeliveredRecord record : records) {
            switch (record.kind()) {
                case EVENT, RESCORED -> add(warnings, record);
                case MERGED -> {
                    take(warnings);
                    merge(record);
                }
                case SEPARATED -> {
                    take(warnings);
                    separate(record);
                }
                case FEEDBACK -> {
                    take(warnings);
                    labelling.learn(
                            JsonMapper.shared().readValue(record.content().bytes(), FeedbackGiven.class));
                }
            }
        }
        take(warnings);
        rescored.forEach(events::publishEvent); // after the cases are locked, as everywhere
    }

    private void add(List<Warning> warnings, DeliveredRecord record) {
        Assessment assessment = AssessmentReader.read(record.content().bytes());
        if (record.kind() == DeliveredRecord.Kind.RESCORED) {
            rescored.add(new PersonScoredAnew(record, assessment));
        }
        if (!assessment.late() && assessment.caseId() != null) {
            Level level = ruleSets.current().levels().byCode(assessment.level());
            warnings.add(Warning.of(
                    record, assessment, level, ruleSets.current().watchlists().rates()));
        }
    }

    private void take(List<Warning> warnings) {
        if (!warnings.isEmpty()) {
            cases.take(warnings);
            warnings.forEach(warning -> changed.add(warning.caseId()));
            warnings.clear();
        }
    }

    private void merge(DeliveredRecord record) {
        String into = new String(record.content().bytes(), StandardCharsets.UTF_8);
        cases.merge(record.personId(), into, record.at());
        changed.add(Assessment.caseOf(record.personId()));
    }

    private void separate(DeliveredRecord record) {
        String warned = new String(record.content().bytes(), StandardCharsets.UTF_8);
        cases.separate(record.personId(), warned.isEmpty() ? null : Instant.parse(warned), record.at());
        changed.add(Assessment.caseOf(record.personId()));
    }

    @Override
    public void committed(List<DeliveredRecord> records) {
        if (!changed.isEmpty()) {
            events.publishEvent(new QueueChanged(changed));
        }
    }
}
