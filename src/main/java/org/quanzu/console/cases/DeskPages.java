package org.quanzu.console.cases;

import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quanzu.assessment.Persons;
import org.quanzu.assessment.Persons.PersonView;
import org.quanzu.console.HistoryWords;
import org.quanzu.console.Language;
import org.quanzu.console.Operator;
import org.quanzu.desk.Case;
import org.quanzu.desk.Cases;
import org.quanzu.desk.timeline.Latest;
import org.quanzu.desk.timeline.Masked;
import org.quanzu.desk.timeline.Timeline;
import org.quanzu.desk.timeline.Timelines;
import org.quanzu.desk.work.Works;
import org.quanzu.person.source.PersonAttributes;
import org.quanzu.scoring.Text;
import org.springframework.stereotype.Component;

/** Gathers what the page of a case shows; numbers and names are masked. */
@Component
class DeskPages {
    private static final Duration LOOK_BACK = Duration.ofDays(60);
    private static final int MOST_EVENTS = 200;

    private final Cases cases;
    private final Works works;
    private final Timelines timelines;
    private final Persons persons;
    private final CaseScripts scripts;
    private final HistoryWords words;
    private final List<MomentSource> moments;
    private final Clock clock;

    DeskPages(
            Cases cases,
            Works works,
            Timelines timelines,
            Persons persons,
            CaseScripts scripts,
            HistoryWords words,
            List<MomentSource> moments,
            Clock clock) {
        this.cases = cases;
        this.works = works;
        this.timelines = timelines;
        this.persons = persons;
        this.scripts = scripts;
        this.words = words;
        this.moments = List.copyOf(moments);
        this.clock = clock;
    }

    CasePage of(Case subject, Operator reader, Language language) {
        Timeline timeline = timelines.of(subject.personId(), subject.openedAt().minus(LOOK_BACK), MOST_EVENTS);
        return new CasePage(
                standing(subject),
                who(subject.personId()),
                holder(subject, reader),
                reasons(timeline.latest()),
                moments(subject, timeline),
                scripts.of(subject, timeline, language),
                works.attempts(subject.caseId()).stream()
                        .map(it -> new CasePage.Attempt(
                                it.at(), it.channel().name(), it.contact().name(), it.operator(), it.note()))
                        .toList(),
                works.outcomes(subject.caseId()).stream()
                        .map(it -> new CasePage.Outcome(
                                it.at(),
                                it.episode(),
                                it.report().contact().name(),
                                it.report().finding().name(),
                                it.operator(),
                                it.report().note()))
                        .toList(),
                works.followUps(subject.caseId()).stream()
                        .map(it -> new CasePage.FollowUp(it.dueAt(), it.doneAt()))
                        .toList(),
                cases.history(subject.caseId()).stream()
                        .map(it -> new CasePage.Line(it.at(), it.who(), it.what(), words.detail(it, language)))
                        .toList());
    }

    private List<CasePage.Moment> moments(Case subject, Timeline timeline) {
        return Stream.concat(
                        timeline.moments().stream().map(MomentWords::of),
                        moments.stream().flatMap(source -> source.of(subject).stream()))
                .sorted(Comparator.comparing(CasePage.Moment::at))
                .toList();
    }

    private static CasePage.Standing standing(Case subject) {
        return new CasePage.Standing(
                subject.caseId(),
                subject.version(),
                subject.episode(),
                subject.state().name(),
                subject.level(),
                subject.family(),
                subject.why(),
                subject.amountAtRisk(),
                subject.openedAt(),
                subject.dueAt(),
                subject.liveCallAt() != null,
                subject.late());
    }

    private CasePage.Who who(String personId) {
        Optional<PersonAttributes> attributes = persons.find(personId).map(PersonView::attributes);
        return new CasePage.Who(
                personId,
                personId,
                attributes
                        .flatMap(it -> it.phones().stream().sorted().findFirst())
                        .map(Masked::of)
                        .orElse(null),
                attributes.map(it -> Masked.of(it.guardianContact())).orElse(null));
    }

    private CasePage.@Nullable Holder holder(Case subject, Operator reader) {
        Case.Lease lease = subject.lease();
        if (lease == null || !lease.until().isAfter(clock.instant())) {
            return null;
        }
        boolean own = lease.operator().equals(reader.name());
        return new CasePage.Holder(lease.operator(), own ? lease.id() : null, lease.until());
    }

    private static List<CasePage.Reason> reasons(@Nullable Latest latest) {
        return latest == null
                ? List.of()
                : latest.reasons().stream()
                        .map(it -> new CasePage.Reason(new Text(it.en(), it.zh()), it.points(), it.evidence()))
                        .toList();
    }
}
