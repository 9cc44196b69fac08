package org.quanzu.console;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.quanzu.console.people.PeopleView;
import org.quanzu.console.people.PersonPage;
import org.quanzu.console.people.PersonPage.CaseLink;
import org.quanzu.console.people.PersonPage.Known;
import org.quanzu.console.people.PersonPage.LinkLine;
import org.quanzu.console.people.PersonPage.Standing;

/** One person, {@code p-1}, who may be revealed twice. */
public class InMemoryPeople implements PeopleView {
    static final String PHONE = "13812345678";
    private static final int REVEALS = 2;
    private int reveals;

    final void reset() {
        reveals = 0;
    }

    @Override
    public Optional<String> find(Kind kind, String typed, Operator reader) {
        return typed.strip().equals("p-1") || typed.replace(" ", "").equals(PHONE)
                ? Optional.of("p-1")
                : Optional.empty();
    }

    @Override
    public Optional<PersonPage> person(String personId, Operator reader) {
        return personId.equals("p-1")
                ? Optional.of(new PersonPage(
                        "p-1",
                        false,
                        new Standing("RED", "loan", ConsoleServer.NOW.plusSeconds(500_000), ConsoleServer.NOW, 4, 2),
                        new CaseLink("c-1", "QUEUED", "RED", 2),
                        new Known(
                                List.of("138****5678"),
                                List.of("622****7890"),
                                "139****0000",
                                1958,
                                null,
                                InMemoryDesk.HOSTILE,
                                null,
                                "Shunqing",
                                true),
                        List.of("p-2"),
                        List.of(
                                new LinkLine("PHONE", "138****5678", Instant.parse("2026-01-05T02:00:00Z"), null),
                                new LinkLine(
                                        "ACCOUNT",
                                        null,
                                        Instant.parse("2025-11-05T02:00:00Z"),
                                        Instant.parse("2026-01-05T02:00:00Z"))),
                        Map.of("call", 3, "transaction", 12)))
                : Optional.empty();
    }

    @Override
    public Answer reveal(String personId, Set<Field> fields, Reason reason) {
        if (reason.text().strip().length() < 5) {
            return new Answer(List.of(), "people.reveal.reason-short");
        }
        return ++reveals > REVEALS
                ? new Answer(List.of(), "people.reveal.enough")
                : new Answer(List.of(new Shown(Field.PHONES, List.of(PHONE))), "");
    }

    @Override
    public Answer revealPhones(String caseId, UUID lease, Reason reason) {
        return lease.equals(InMemoryDesk.LEASE)
                ? reveal("p-1", Set.of(Field.PHONES), reason)
                : new Answer(List.of(), "people.reveal.not-held");
    }
}
