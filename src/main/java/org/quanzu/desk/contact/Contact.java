package org.quanzu.desk.contact;

import static org.quanzu.desk.contact.Channel.IN_PERSON;
import static org.quanzu.desk.contact.Channel.KIN;
import static org.quanzu.desk.contact.Channel.SMS;
import static org.quanzu.desk.contact.Channel.VOICE;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What came of one try to reach a person. */
public enum Contact {
    REACHED_PHONE(Answer.PERSON),
    REACHED_IN_PERSON(Answer.PERSON),
    REACHED_KIN(Answer.SOMEBODY, VOICE, IN_PERSON),
    SMS_ONLY(Answer.NOTICED, VOICE, KIN),
    BUSY(Answer.NOTHING, SMS, KIN),
    NO_ANSWER(Answer.NOTICED, VOICE, SMS),
    HUNG_UP(Answer.PERSON, KIN, IN_PERSON),
    ABUSIVE(Answer.PERSON, KIN, IN_PERSON),
    LINE_SUSPENDED(Answer.NOTHING, KIN, IN_PERSON),
    WRONG_NUMBER(Answer.NOTHING, KIN, IN_PERSON),
    NOT_USER_OF_NUMBER(Answer.NOTHING, KIN, IN_PERSON),
    OUT_OF_TOWN_TRANSFERRED(Answer.SOMEBODY),
    TEMP_UNFOUND(Answer.NOTHING, VOICE, KIN, IN_PERSON),
    UNFOUND(Answer.NOTHING, KIN, SMS);

    private final Answer answer;
    private final Set<Channel> next;

    Contact(Answer answer, Channel... next) {
        this.answer = answer;
        this.next = Set.copyOf(List.of(next));
    }

    private enum Answer {
        NOTHING,
        NOTICED,
        SOMEBODY,
        PERSON
    }

    /** Whether anybody was there to talk to. */
    public boolean reachedSomebody() {
        return answer == Answer.SOMEBODY || answer == Answer.PERSON;
    }

    /** Whether the person noticed, so that it counts against how often a day one may be disturbed. */
    public boolean isNoticed() {
        return answer == Answer.NOTICED || answer == Answer.PERSON;
    }

    /** Whether the number leads nowhere, so that calling it again is in vain. */
    boolean endsTheNumber() {
        return this == LINE_SUSPENDED || this == WRONG_NUMBER || this == NOT_USER_OF_NUMBER;
    }

    /** The channels to try after this. */
    Set<Channel> next() {
        return next.isEmpty() ? EnumSet.noneOf(Channel.class) : EnumSet.copyOf(next);
    }
}
