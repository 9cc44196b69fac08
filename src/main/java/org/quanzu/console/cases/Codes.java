package org.quanzu.console.cases;

import java.util.List;
import java.util.stream.Stream;

/** The codes operators choose from, in the order of the buttons; the first nine contacts have the keys 1 to 9. */
public final class Codes {
    public static final List<String> CHANNELS = List.of("VOICE", "KIN", "IN_PERSON", "SMS");

    public static final List<String> COMMON_CONTACTS = List.of(
            "REACHED_PHONE",
            "BUSY",
            "NO_ANSWER",
            "HUNG_UP",
            "SMS_ONLY",
            "REACHED_KIN",
            "REACHED_IN_PERSON",
            "WRONG_NUMBER",
            "TEMP_UNFOUND");

    public static final List<String> OTHER_CONTACTS =
            List.of("ABUSIVE", "LINE_SUSPENDED", "NOT_USER_OF_NUMBER", "OUT_OF_TOWN_TRANSFERRED", "UNFOUND");

    public static final List<String> CONTACTS =
            Stream.concat(COMMON_CONTACTS.stream(), OTHER_CONTACTS.stream()).toList();

    public static final List<String> FINDINGS = List.of(
            "SCAM_STOPPED_BEFORE_LOSS",
            "STOPPED_PARTIAL_LOSS",
            "ALREADY_LOST",
            "SCAM_CONTACT_NO_MONEY",
            "BENIGN_VERIFIED",
            "DENIES_UNVERIFIED",
            "KNOWS_STILL_PAYS",
            "IS_RELAY_OR_MULE",
            "MINOR_USING_PARENT_PHONE",
            "DUPLICATE",
            "TEST",
            "NOT_ESTABLISHED");

    private Codes() {}
}
