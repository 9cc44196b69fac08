package org.quanzu.event;

import org.jspecify.annotations.Nullable;

/** How an event names its person: by opaque id, by phone or by own account; the first one given counts. */
public record PersonRef(
        @Nullable String personId,
        @Nullable String phone,
        @Nullable String account) {

    public PersonRef {
        Check.optionalId("/personId", personId);
        Check.written("/phone", phone);
        Check.written("/account", account);
        if (personId == null && phone == null && account == null) {
            throw new InvalidEvent(
                    "/personId", "is missing\nMaybe name the person by \"phone\" or \"account\" instead");
        }
    }

    public static PersonRef ofId(String personId) {
        return new PersonRef(personId, null, null);
    }
}
