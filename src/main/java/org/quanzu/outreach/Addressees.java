package org.quanzu.outreach;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Who reads what is meant for a person. */
public interface Addressees {

    Addressee of(String personId, Instant now);

    /**
     * Who reads it; {@code phone} is null when nobody told it, then the receiver has to know. {@code language} is one of
     * {@code en} and {@code zh}.
     */
    record Addressee(Who who, @Nullable String phone, String language) {
        /** Nothing personal goes into a log. */
        @Override
        public String toString() {
            return "Addressee[" + who + "]";
        }
    }

    /** The person, or whoever looks after one who is not of age: the device may be in the child's hand. */
    enum Who {
        PERSON,
        GUARDIAN
    }
}
