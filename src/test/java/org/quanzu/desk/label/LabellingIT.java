package org.quanzu.desk.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quanzu.assessment.Persons.Feedback;
import org.quanzu.assessment.Persons.FeedbackGiven;
import org.quanzu.desk.contact.Contact;
import org.quanzu.desk.work.Finding;
import org.quanzu.desk.work.Report;
import org.quanzu.desk.work.Report.Averted;
import org.quanzu.desk.work.Report.Facts;
import org.quanzu.testkit.DeskNode;
import org.springframework.jdbc.core.JdbcTemplate;

class LabellingIT {
    private final DeskNode node = new DeskNode();
    private final JdbcTemplate jdbc = new JdbcTemplate(node.database);
    private final Labels labels = node.part(Labels.class);
    private final Episode.Key episode = new Episode.Key("c-1", 1);

    @BeforeEach
    void open() {
        node.open.open(1, "RED");
        labels.present(node.find("c-1"));
    }

    @AfterEach
    void stop() {
        node.close();
    }

    private void conclude(Contact contact, Finding finding, @Nullable String family) {
        Facts facts = new Facts(family, null, null, null, Averted.NONE, List.of(), List.of(), List.of());
        node.open.set("c-1", "state", "QUEUED");
        node.desk()
                .conclude(
                        node.take("c-1", "wang"),
                        node.find("c-1").version(),
                        new Report(contact, finding, facts, null));
        node.clock.advance(Duration.ofMinutes(5));
    }

    private void learn(String feedbackId, Feedback.Finding finding, String... replaced) {
        Feedback feedback = new Feedback(feedbackId, finding, List.of("t-1"), BigDecimal.ONE, null, "loan", null);
        node.part(Labelling.class)
                .learn(new FeedbackGiven("p-1", "bank-a", feedback, List.of(replaced), node.clock.instant()));
    }

    private Map<String, Object> judged() {
        return jdbc.queryForMap(
                "select verdict, disputed, family_found, labelled_at from warned_episodes where case_id = 'c-1'");
    }

    @Test
    void keepsWhatTheDeskFound() {
        conclude(Contact.REACHED_PHONE, Finding.ALREADY_LOST, "loan");

        assertThat(labels.of(episode))
                .singleElement()
                .returns(Verdict.SCAM, Label::verdict)
                .returns("ALREADY_LOST", Label::finding)
                .returns("loan", Label::family)
                .returns("p-1", Label::personId)
                .returns(DeskNode.START, Label::at);
        assertThat(judged())
                .containsEntry("verdict", "SCAM")
                .containsEntry("family_found", "loan")
                .containsEntry("disputed", false);
    }

    @Test
    void replacesAnEarlierLabelByALaterOne() {
        conclude(Contact.REACHED_PHONE, Finding.DENIES_UNVERIFIED, null);
        Object before = judged().get("verdict");

        conclude(Contact.REACHED_PHONE, Finding.ALREADY_LOST, null);
        conclude(Contact.REACHED_IN_PERSON, Finding.BENIGN_VERIFIED, null);

        assertThat(before).isEqualTo("UNKNOWN");
        assertThat(labels.of(episode)).singleElement().returns(Verdict.ORDINARY, Label::verdict);
        assertThat(judged()).containsEntry("verdict", "ORDINARY");
    }

    @Test
    void undoesNothingThatWasKnownByWhatIsNot() {
        conclude(Contact.REACHED_PHONE, Finding.SCAM_STOPPED_BEFORE_LOSS, null);

        conclude(Contact.REACHED_PHONE, Finding.DENIES_UNVERIFIED, null);
        conclude(Contact.REACHED_PHONE, Finding.DUPLICATE, null);

        assertThat(judged()).containsEntry("verdict", "SCAM");
    }

    @Test
    void forgetsTheLabelOfATest() {
        conclude(Contact.REACHED_PHONE, Finding.ALREADY_LOST, "loan");

        conclude(Contact.REACHED_PHONE, Finding.TEST, null);

        assertThat(labels.of(episode)).isEmpty();
        assertThat(judged()).containsEntry("verdict", null).containsEntry("labelled_at", null);
    }

    @Test
    void keepsNothingOfAnOutcomeThatWasNotKept() {
        jdbc.execute("alter table labels add constraint refused check (finding <> 'ALREADY_LOST')");

        assertThatThrownBy(() -> conclude(Contact.REACHED_PHONE, Finding.ALREADY_LOST, null))
                .hasMessageContaining("refused");

        assertThat(jdbc.queryForList("select 1 from outcomes")).isEmpty();
        assertThat(node.find("c-1")).returns(null, it -> it.closedAt());
    }

    @Test
    void keepsBothAndSaysSoWhenABankDisagrees() {
        conclude(Contact.REACHED_PHONE, Finding.BENIGN_VERIFIED, null);

        learn("f-1", Feedback.Finding.CONFIRMED_SCAM);

        assertThat(labels.of(episode)).extracting(Label::verdict).containsExactly(Verdict.ORDINARY, Verdict.SCAM);
        assertThat(judged()).containsEntry("verdict", "UNKNOWN").containsEntry("disputed", true);
    }

    @Test
    void countsFeedbackToldAgainOnceAndAsToldLast() {
        learn("f-1", Feedback.Finding.CONFIRMED_SCAM);
        learn("f-1", Feedback.Finding.CONFIRMED_SCAM);

        learn("f-1", Feedback.Finding.GENUINE);

        assertThat(labels.of(episode)).singleElement().returns(Verdict.ORDINARY, Label::verdict);
        assertThat(judged()).containsEntry("verdict", "ORDINARY").containsEntry("family_found", null);
    }

    @Test
    void replacesWhatABankCorrects() {
        learn("f-1", Feedback.Finding.CONFIRMED_SCAM);

        learn("f-2", Feedback.Finding.GENUINE, "f-1");

        assertThat(labels.of(episode))
                .singleElement()
                .returns("f-2", label -> label.name().reference());
        assertThat(judged()).containsEntry("verdict", "ORDINARY");
    }

    @Test
    void knowsThatNobodyWasWarnedThen() {
        node.clock.advance(Duration.ofDays(30));

        learn("f-1", Feedback.Finding.CONFIRMED_SCAM);

        assertThat(labels.of(episode)).isEmpty();
        assertThat(jdbc.queryForMap("select case_id, verdict from labels"))
                .containsEntry("case_id", null)
                .containsEntry("verdict", "SCAM");
    }
}
