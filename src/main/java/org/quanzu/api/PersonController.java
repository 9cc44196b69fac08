package org.quanzu.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Year;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quanzu.assessment.PersonAttributes;
import org.quanzu.assessment.Persons;
import org.quanzu.assessment.Persons.Feedback;
import org.quanzu.assessment.Persons.Feedback.Finding;
import org.quanzu.eventjson.Fields;
import org.quanzu.eventjson.Words;
import org.quanzu.problem.Json;
import org.quanzu.problem.ProblemKind;
import org.quanzu.problem.Refused;
import org.quanzu.rules.RuleSets;
import org.quanzu.scoring.Family;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is known of persons, and what is told about them. */
@RestController
@RequestMapping(path = "/api/v1/persons/{id}", produces = Body.JSON)
class PersonController {
    private static final Words<Finding> FINDINGS = Words.of(Finding.class);
    private static final Words<String> LANGUAGES = Words.of(List.of("en", "zh"), word -> word);
    private static final Words<String> SEXES = Words.of(List.of("FEMALE", "MALE", "OTHER"), word -> word);
    private static final int ID_LENGTH = 128;
    private static final int NOTE_LENGTH = 500;
    private static final int MOST_ALIASES = 20;
    private static final int MOST_RELATIVES = 50;
    private static final int MOST_EVENTS = 200;
    private static final int AMOUNT_DIGITS = 14;
    private static final int AMOUNT_SCALE = 4;
    private static final int EARLIEST_BIRTH = 1900;

    private final Persons persons;
    private final RuleSets ruleSets;
    private final Clock clock;

    PersonController(@Qualifier("ofCaller") Persons persons, RuleSets ruleSets, Clock clock) {
        this.persons = persons;
        this.ruleSets = ruleSets;
        this.clock = clock;
    }

    @GetMapping
    void show(@PathVariable String id, HttpServletResponse response) throws IOException {
        Body.write(response, Json.bytes(persons.find(id).orElseThrow(PersonController::unknown)));
    }

    @PutMapping(consumes = Body.JSON)
    void tell(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (id.isBlank() || id.length() > ID_LENGTH || id.chars().anyMatch(Character::isISOControl)) {
            throw new Refused(
                    ProblemKind.BAD_REQUEST,
                    "A person's id has 1 to " + ID_LENGTH
                            + " characters\nMaybe it was put into the address without encoding");
        }
        PersonAttributes attributes =
                Fields.of(Body.read(request, Body.EVENT_BYTES)).build(fields -> attributes(fields, id));
        Body.write(response, Json.bytes(persons.tell(id, attributes)));
    }

    private PersonAttributes attributes(Fields fields, String id) {
        Set<String> household = fields.texts("household", MOST_RELATIVES, ID_LENGTH);
        if (household.contains(id)) {
            fields.fault("household", "names the person itself");
        }
        return new PersonAttributes(
                fields.texts("phones", MOST_ALIASES, ID_LENGTH),
                fields.texts("ownAccounts", MOST_ALIASES, ID_LENGTH),
                household,
                birthYear(fields),
                fields.optionalWord("sex", SEXES),
                fields.optionalText("occupation", ID_LENGTH),
                fields.optionalText("education", ID_LENGTH),
                fields.optionalText("town", ID_LENGTH),
                fields.optionalText("guardianContact", ID_LENGTH),
                fields.optionalFlag("antiFraudApp"),
                fields.optionalWord("language", LANGUAGES));
    }

    private @Nullable Integer birthYear(Fields fields) {
        Integer year = fields.optionalWhole("birthYear");
        int thisYear = Year.now(clock).getValue();
        if (year != null && (year < EARLIEST_BIRTH || year > thisYear)) {
            fields.fault("birthYear", "is " + year + "; it lies between " + EARLIEST_BIRTH + " and " + thisYear);
        }
        return year;
    }

    @PostMapping(path = "/feedback", consumes = Body.JSON)
    void learn(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        String source = ApiClient.current().source();
        Feedback feedback = Fields.of(Body.read(request, Body.EVENT_BYTES)).build(this::feedback);
        if (persons.find(id).isEmpty()) {
            throw unknown();
        }
        persons.learn(id, source, feedback);
        Body.write(response, Json.bytes(new Learnt(feedback.feedbackId(), id, feedback.finding())));
    }

    /** What was kept. */
    record Learnt(String feedbackId, String personId, Finding finding) {}

    private Feedback feedback(Fields fields) {
        Set<String> eventIds = fields.texts("eventIds", MOST_EVENTS, ID_LENGTH);
        if (eventIds.isEmpty()) {
            fields.fault("eventIds", "is empty; feedback is about at least one event");
        }
        fields.optionalText("feedbackId", ID_LENGTH);
        return new Feedback(
                fields.text("feedbackId"),
                fields.word("finding", FINDINGS),
                List.copyOf(eventIds),
                amount(fields, "lostAmount"),
                amount(fields, "preventedAmount"),
                fields.optionalWord("family", families()),
                fields.optionalText("note", NOTE_LENGTH));
    }

    private static @Nullable BigDecimal amount(Fields fields, String name) {
        BigDecimal amount = fields.optionalAmount(name);
        if (amount != null && amount.signum() < 0) {
            fields.fault(name, "is negative");
        } else if (amount != null
                && (amount.precision() - amount.scale() > AMOUNT_DIGITS || amount.scale() > AMOUNT_SCALE)) {
            fields.fault(
                    name,
                    "has more than " + AMOUNT_DIGITS + " digits before or " + AMOUNT_SCALE
                            + " after the decimal point");
        }
        return amount;
    }

    private Words<String> families() {
        return Words.of(
                ruleSets.current().families().stream()
                        .filter(Family::ofScam)
                        .map(Family::id)
                        .toList(),
                id -> id);
    }

    private static Refused unknown() {
        return new Refused(
                ProblemKind.UNKNOWN_PERSON,
                "Nobody of this id is known\nMaybe the person was named by phone or account so far, and not yet linked");
    }
}
