package org.quanzu.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Year;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quanzu.assessment.PersonAttributes;
import org.quanzu.assessment.Persons;
import org.quanzu.assessment.Persons.Feedback;
import org.quanzu.assessment.Persons.Feedback.Finding;
import org.quanzu.canonical.AccountForm;
import org.quanzu.canonical.Identifier;
import org.quanzu.canonical.NumberForm;
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
        Body.write(response, Json.bytes(persons.find(Identifier.form(id)).orElseThrow(PersonController::unknown)));
    }

    @PutMapping(consumes = Body.JSON)
    void tell(@PathVariable("id") String written, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String id = Identifier.form(written);
        String fault = Identifier.fault(id);
        if (fault != null) {
            throw new Refused(
                    ProblemKind.BAD_REQUEST,
                    "The person's id in the address " + fault + "\nMaybe it was put there without percent-encoding");
        }
        PersonAttributes attributes =
                Fields.of(Body.read(request, Body.EVENT_BYTES)).build(fields -> attributes(fields, id));
        Body.write(response, Json.bytes(persons.tell(id, attributes)));
    }

    private PersonAttributes attributes(Fields fields, String id) {
        Set<String> household = ids(fields, "household", MOST_RELATIVES);
        if (household.contains(id)) {
            fields.fault("household", "names the person itself");
        }
        household.stream()
                .map(Identifier::fault)
                .filter(Objects::nonNull)
                .forEach(fault -> fields.fault("household", "has an entry that " + fault));
        return new PersonAttributes(
                named(fields, "phones", phone -> NumberForm.of(phone).isKnown()),
                named(fields, "ownAccounts", account -> AccountForm.of(account) != null),
                household,
                birthYear(fields),
                fields.optionalWord("sex", SEXES),
                fields.optionalText("occupation", ID_LENGTH),
                fields.optionalText("education", ID_LENGTH),
                fields.optionalText("town", ID_LENGTH),
                fields.optionalText("guardianContact", ID_LENGTH),
                fields.optionalFlag("antiFraudApp"),
                fields.optionalWord("language", LANGUAGES),
                zone(fields));
    }

    private static @Nullable String zone(Fields fields) {
        String zone = fields.optionalText("zone", ID_LENGTH);
        try {
            return zone == null ? null : ZoneId.of(zone).getId();
        } catch (DateTimeException e) {
            fields.fault("zone", "is no time zone\nMaybe Asia/Shanghai");
            return null;
        }
    }

    private static Set<String> ids(Fields fields, String name, int most) {
        return fields.texts(name, most, ID_LENGTH).stream()
                .map(Identifier::form)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** What names the person; a stand-in for no value names nobody. */
    private static Set<String> named(Fields fields, String name, Predicate<String> known) {
        Set<String> values = fields.texts(name, MOST_ALIASES, ID_LENGTH);
        if (!values.stream().allMatch(known)) {
            fields.fault(name, "has an entry that stands for no value\nMaybe leave it out");
        }
        return values;
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
    void learn(@PathVariable("id") String written, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String id = Identifier.form(written);
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
        Set<String> eventIds = ids(fields, "eventIds", MOST_EVENTS);
        if (eventIds.isEmpty()) {
            fields.fault("eventIds", "is empty; feedback is about at least one event");
        }
        return new Feedback(
                fields.id("feedbackId"),
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
