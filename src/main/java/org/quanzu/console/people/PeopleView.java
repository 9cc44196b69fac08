package org.quanzu.console.people;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.quanzu.console.Operator;

/** What the pages of persons need of the register; every look and every reveal is kept in the audit log. */
public interface PeopleView {

    /** The id of the person named by what was typed; empty when nobody is known by it. */
    Optional<String> find(Kind kind, String typed, Operator reader);

    /** The person as everybody may see them; empty when nobody has this id. */
    Optional<PersonPage> person(String personId, Operator reader);

    /** Shows some of what is masked, once. */
    Answer reveal(String personId, Set<Field> fields, Reason reason);

    /** Shows the numbers of a case's person to who holds the case. */
    Answer revealPhones(String caseId, UUID lease, Reason reason);

    /** What was typed to find a person; ANY is tried as each of the others. */
    enum Kind {
        ANY,
        PERSON,
        PHONE,
        ACCOUNT
    }

    /** Something of a person that is masked. */
    enum Field {
        PHONES,
        ACCOUNTS,
        KIN
    }

    /** Who wants to see it, and why. */
    record Reason(Operator operator, String text) {}

    /** What was revealed, or the message that says why not. */
    record Answer(List<Shown> shown, String refused) {
        public Answer {
            shown = List.copyOf(shown);
        }

        static Answer of(List<Shown> shown) {
            return new Answer(shown, "");
        }

        static Answer refused(String message) {
            return new Answer(List.of(), message);
        }

        public boolean isRefused() {
            return !refused.isEmpty();
        }
    }

    /** A field in clear; empty when nothing is known. */
    record Shown(Field field, List<String> values) {
        public Shown {
            values = List.copyOf(values);
        }
    }
}
