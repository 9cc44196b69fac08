package org.quanzu.outreach.banks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.quanzu.testkit.BankEvents.BANK;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.quanzu.audit.AuditConfiguration;
import org.quanzu.desk.Case;
import org.quanzu.desk.Cases;
import org.quanzu.desk.contact.Contact;
import org.quanzu.desk.contact.ContactConfiguration;
import org.quanzu.desk.timeline.TimelineConfiguration;
import org.quanzu.desk.work.CaseConcluded;
import org.quanzu.desk.work.Finding;
import org.quanzu.desk.work.Outcome;
import org.quanzu.desk.work.Report;
import org.quanzu.desk.work.Report.Averted;
import org.quanzu.desk.work.Report.Facts;
import org.quanzu.desk.work.WorkConfiguration;
import org.quanzu.event.CallEvent;
import org.quanzu.event.Direction;
import org.quanzu.event.Header;
import org.quanzu.event.PersonRef;
import org.quanzu.outreach.OutreachConfiguration;
import org.quanzu.outreach.OutreachSettings;
import org.quanzu.outreach.Receiver;
import org.quanzu.outreach.ServedRules;
import org.quanzu.outreach.ShippedRules;
import org.quanzu.outreach.webhook.Webhook;
import org.quanzu.person.source.PersonAttributes;
import org.quanzu.profile.Bounds;
import org.quanzu.rules.RuleSets;
import org.quanzu.scoring.Actions;
import org.quanzu.scoring.Assessment;
import org.quanzu.scoring.Decision;
import org.quanzu.scoring.RuleSet;
import org.quanzu.testkit.BankEvents;
import org.quanzu.testkit.GradedPayments;
import org.quanzu.testkit.TestNode;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.JdbcTemplate;

class BankNoticesIT {
    private static final String TELECOM = "telecom";
    private static final String CASE = Assessment.caseOf("p-1");
    private static Receiver receiver;

    private final TestNode node = new TestNode(
            BankNoticesIT::holding,
            OutreachConfiguration.class,
            BanksConfiguration.class,
            ContactConfiguration.class,
            TimelineConfiguration.class,
            WorkConfiguration.class,
            AuditConfiguration.class,
            Rest.class);

    /** Holds last two hours. */
    private static RuleSets holding() {
        RuleSet graded = new GradedPayments().current();
        List<Actions.Row> actions = new ArrayList<>(graded.actions().rows());
        actions.add(new Actions.Row("*", "RED", Decision.HOLD, Actions.Row.CONFIRM_HOLD, "BANK", "BANK", 120, ""));
        RuleSet holding = new RuleSet(
                graded.version(),
                graded.families(),
                graded.rules(),
                graded.scorecard(),
                graded.levels(),
                new Actions(actions),
                graded.practice(),
                Map.of(),
                graded.watchlists(),
                graded.evaluator(),
                Bounds.STANDARD);
        return new RuleSets() {
            @Override
            public RuleSet current() {
                return holding;
            }

            @Override
            public List<Version> versions() {
                return List.of();
            }
        };
    }

    /** What comes from elsewhere: the telecom has a webhook, the bank has none. */
    static class Rest {
        @Bean
        ServedRules servedRules() {
            return new ShippedRules();
        }

        @Bean
        @Primary
        BankSettings settings() throws IOException {
            receiver = new Receiver();
            return new BankSettings(
                    Map.of(TELECOM, new Webhook(receiver.url("/notices"), "a secret of the telecom")),
                    Duration.ofDays(30));
        }

        @Bean
        @Primary
        OutreachSettings outreach() {
            return new OutreachSettings(
                    Map.of(),
                    true,
                    Duration.ofSeconds(5),
                    3,
                    Duration.ofMillis(1),
                    Duration.ofMillis(1),
                    "",
                    Duration.ofHours(72));
        }
    }

    @AfterEach
    void close() {
        node.close();
        receiver.close();
    }

    private String pay(String id, String amount) {
        Instant now = node.clock.instant();
        return node.followed(
                BankEvents.payment(id, PersonRef.ofId("p-1"), amount, "acc-9", now.atOffset(ZoneOffset.ofHours(8))));
    }

    private void call(String id) {
        Header header = new Header(
                id, TELECOM, PersonRef.ofId("p-1"), node.clock.instant().atOffset(ZoneOffset.UTC));
        node.followed(new CallEvent(header, id, Direction.IN, "+44 20 7946 0000", true, null, CallEvent.State.ACTIVE));
    }

    private List<String> told(String source) {
        return node.part(BankView.class).changes(source, 0, 100).stream()
                .map(Notice::body)
                .toList();
    }

    @Test
    void tellEverySourceOfAPersonThatTheLevelRose() {
        call("c-1");
        pay("t-1", "200");
        pay("t-2", "20000");
        pay("t-3", "200");

        assertThat(told(BANK)).hasSize(2).isEqualTo(told(TELECOM));
        assertThat(told(BANK).get(0)).contains("\"previousLevel\":\"NONE\"", "\"level\":\"BLUE\"");
        assertThat(told(BANK).get(1))
                .contains("\"kind\":\"LEVEL_CHANGED\"", "\"personId\":\"p-1\"", "\"previousLevel\":\"BLUE\"")
                .contains("\"level\":\"RED\"", "\"caseId\":\"" + CASE + "\"", "\"validUntil\"")
                .doesNotContain("t-2", "acc-9");
        assertThat(told("another bank")).isEmpty();
    }

    @Test
    void tellOfEveryRiseOfSeveralPersonsWhoRoseAtTheSameTime() {
        for (String amount : List.of("200", "2000", "20000")) {
            for (int person = 1; person <= 3; person++) {
                node.answer(BankEvents.payment(
                        "t-" + person + "-" + amount,
                        PersonRef.ofId("p-" + person),
                        amount,
                        "acc-9",
                        node.clock.instant().atOffset(ZoneOffset.ofHours(8))));
            }
        }

        node.awaitConsumers();

        for (int person = 1; person <= 3; person++) {
            String of = "\"personId\":\"p-" + person + "\"";
            assertThat(told(BANK).stream().filter(notice -> notice.contains(of)))
                    .extracting(notice -> notice.replaceFirst(".*\"previousLevel\":\"(\\w+)\".*", "$1"))
                    .containsExactly("NONE", "BLUE", "YELLOW");
        }
    }

    @Test
    void arePostedUntilTheReceiverHasThem() {
        call("c-1");
        receiver.answers(500);
        pay("t-1", "20000");
        await().until(() -> !receiver.posts().isEmpty());
        receiver.answers(200);
        node.clock.advance(Duration.ofMinutes(1));

        await().until(() -> states(TELECOM).equals(List.of("DELIVERED")));

        assertThat(states(BANK)).containsExactly("READABLE");
        assertThat(receiver.posts()).hasSizeGreaterThan(1).allSatisfy(post -> {
            assertThat(post.body()).isEqualTo(told(TELECOM).get(0));
            assertThat(post.key()).isEqualTo(receiver.posts().get(0).key());
            assertThat(post.headers().getFirst("X-Quanzu-Signature")).hasSize(64);
        });
    }

    private List<String> states(String source) {
        return new JdbcTemplate(node.database)
                .queryForList("select state from bank_notices where source = ?", String.class, source);
    }

    @Test
    void tellTheBankWhatTheDeskFoundOfAPaymentItHolds() {
        call("c-1");
        String answer = pay("t-1", "20000");
        assertThat(node.part(BankView.class).find(CASE, BANK).orElseThrow().plan())
                .isNotEmpty()
                .allSatisfy(step -> assertThat(step.state()).isEqualTo(BankView.Step.State.OPEN))
                .extracting(BankView.Step::action)
                .contains(Actions.Row.CONFIRM_HOLD);

        conclude(Finding.BENIGN_VERIFIED);

        assertThat(answer).contains("\"decision\":\"HOLD\"");
        assertThat(told(BANK)).last().asString().contains("HOLD_DECIDED", "\"eventId\":\"t-1\"", "RELEASED");
        assertThat(told(TELECOM)).noneMatch(notice -> notice.contains("HOLD_DECIDED"));
        assertThat(node.part(BankView.class).find(CASE, BANK).orElseThrow().hold())
                .satisfies(hold -> {
                    assertThat(hold.state()).isEqualTo(PaymentHold.State.RELEASED);
                    assertThat(hold.at()).isEqualTo(node.clock.instant());
                });
        assertThat(node.part(BankView.class).find(CASE, TELECOM).orElseThrow().hold())
                .isNull();
    }

    private void conclude(Finding finding) {
        Case subject = node.part(Cases.class).find(CASE).orElseThrow();
        Facts facts = new Facts(null, null, null, null, Averted.NONE, List.of(), List.of(), List.of());
        Outcome outcome = new Outcome(
                1, new Report(Contact.REACHED_PHONE, finding, facts, null), "li", node.clock.instant(), true);
        node.part(HoldNotices.class).on(new CaseConcluded(subject, outcome));
    }

    @Test
    void tellOfALevelThatFallsBecauseAPersonIsScoredAnew() {
        PersonRef phone = new PersonRef(null, "13912345678", null);
        node.followed(BankEvents.payment(
                "t-1", phone, "20000", "acc-9", node.clock.instant().atOffset(ZoneOffset.ofHours(8))));
        pay("t-2", "20");
        node.tell("p-1", told(Set.of("13912345678")));
        node.awaitConsumers();

        node.tell("p-1", told(Set.of()));
        node.awaitConsumers();

        List<String> ofTheHonest = told(BANK).stream()
                .filter(notice -> notice.contains("\"personId\":\"p-1\""))
                .toList();
        assertThat(ofTheHonest).first().asString().contains("\"level\":\"RED\"");
        assertThat(ofTheHonest).last().asString().contains("\"previousLevel\":\"RED\"", "\"level\":\"NONE\"");
    }

    private static PersonAttributes told(Set<String> phones) {
        return new PersonAttributes(phones, Set.of(), Set.of(), 1990, null, null, null, null, null, true, null, null);
    }
}
