package org.quanzu.desk.contact;

/** A way to reach a person. */
public enum Channel {
    VOICE,
    SMS,
    KIN,
    IN_PERSON
}
