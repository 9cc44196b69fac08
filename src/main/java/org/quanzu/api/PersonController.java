package org.quanzu.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quanzu.api.person.AttributesReader;
import org.quanzu.api.person.CallerPersons;
import org.quanzu.api.person.CallerPersons.Change;
import org.quanzu.api.person.CallerPersons.Seen;
import org.quanzu.api.person.EntityTags;
import org.quanzu.assessment.Persons.Feedback;
import org.quanzu.assessment.Persons.Feedback.Finding;
import org.quanzu.canonical.Identifier;
import org.quanzu.eventjson.Fields;
import org.quanzu.eventjson.Words;
import org.quanzu.person.source.PersonAttributes;
import org.quanzu.problem.Json;
import org.quanzu.problem.ProblemKind;
import org.quanzu.problem.Refused;
import org.quanzu.rules.RuleSets;
import org.quanzu.scoring.Family;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
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
    private static final String MERGE_PATCH = "application/merge-patch+json";
    private static final int ID_LENGTH = 128;
    private static final int NOTE_LENGTH = 500;
    private static final int MOST_EVENTS = 200;
    private static final int AMOUNT_DIGITS = 14;
    private static final int AMOUNT_SCALE = 4;

    private final CallerPersons persons;
    private final RuleSets ruleSets;
    private final AttributesReader attributes;

    PersonController(CallerPersons persons, RuleSets ruleSets, Clock clock) {
        this.persons = persons;
        this.ruleSets = ruleSets;
        attributes = new AttributesReader(clock);
    }

    @GetMapping
    void show(@PathVariable String id, HttpServletResponse response) throws IOException {
        write(response, persons.find(Identifier.form(id)).orElseThrow(PersonController::unknown));
    }

    private static void write(HttpServletResponse response, Seen seen) throws IOException {
        response.setHeader(HttpHeaders.ETAG, EntityTags.of(seen.version()));
        Body.write(response, Json.bytes(seen.view()));
    }

    @PutMapping(consumes = Body.JSON)
    void tell(@PathVariable("id") String written, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String id = requireId(written);
        PersonAttributes told = attributes.read(Body.read(request, Body.EVENT_BYTES), id);
        write(response, persons.tell(id, new Change(true, current(request, id), before -> told)));
    }

    @PatchMapping(consumes = {MERGE_PATCH, Body.JSON})
    void change(@PathVariable("id") String written, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String id = requireId(written);
        byte[] patch = Body.read(request, Body.EVENT_BYTES);
        AttributesReader.check(patch);
        Change change = new Change(false, current(request, id), before -> attributes.patched(before, patch, id));
        write(response, persons.tell(id, change));
    }

    private static String requireId(String written) {
        String id = Identifier.form(written);
        String fault = Identifier.fault(id);
        if (fault != null) {
            throw new Refused(
                    ProblemKind.BAD_REQUEST,
                    "The person's id in the address " + fault + "\nMaybe it was put there without percent-encoding");
        }
        return id;
    }

    /** What the header If-Match asks of what was told before. */
    private Predicate<String> current(HttpServletRequest request, String id) {
        List<String> headers = Collections.list(request.getHeaders(HttpHeaders.IF_MATCH));
        String tags = headers.isEmpty() ? null : String.join(",", headers);
        return EntityTags.ifMatch(tags, () -> persons.find(id).isPresent());
    }

    @PostMapping(path = "/merge", consumes = Body.JSON)
    void merge(@PathVariable("id") String written, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String id = requireId(written);
        Other other = other(request, id);
        write(response, persons.merge(id, other.personId(), other.reason()));
    }

    @PostMapping(path = "/separate", consumes = Body.JSON)
    void separate(@PathVariable("id") String written, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String id = requireId(written);
        Other other = other(request, id);
        write(response, persons.separate(id, other.personId(), other.reason()));
    }

    private static Other other(HttpServletRequest request, String id) throws IOException {
        return Fields.of(Body.read(request, Body.EVENT_BYTES)).build(fields -> {
            Other other = new Other(fields.id("personId"), fields.optionalText("reason", NOTE_LENGTH));
            if (other.personId().equals(id)) {
                fields.fault("personId", "is the person in the address\nMaybe the other one is meant");
            }
            return other;
        });
    }

    /** Who is one person with the one in the address, or is not. */
    record Other(String personId, @Nullable String reason) {}

    @PostMapping(path = "/feedback", consumes = Body.JSON)
    void learn(@PathVariable("id") String written, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String id = Identifier.form(written);
        Feedback feedback = Fields.of(Body.read(request, Body.EVENT_BYTES)).build(this::feedback);
        if (persons.find(id).isEmpty()) {
            throw unknown();
        }
        persons.learn(id, feedback);
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

    private static Set<String> ids(Fields fields, String name, int most) {
        return fields.texts(name, most, ID_LENGTH).stream()
                .map(Identifier::form)
                .collect(Collectors.toCollection(LinkedHashSet::new));
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
