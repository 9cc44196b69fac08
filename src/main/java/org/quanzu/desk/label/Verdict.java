package org.quanzu.desk.label;

import java.util.Optional;
import org.quanzu.assessment.Persons;
import org.quanzu.desk.contact.Contact;
import org.quanzu.desk.work.Report;

/** Whether an episode was a scam. */
public enum Verdict {
    SCAM,
    ORDINARY,
    UNKNOWN;

    boolean isKnown() {
        return this != UNKNOWN;
    }

    /** What an outcome says of its episode; empty when it is about something else. */
    static Optional<Verdict> of(Report report) {
        return switch (report.finding()) {
            case SCAM_STOPPED_BEFORE_LOSS,
                    STOPPED_PARTIAL_LOSS,
                    ALREADY_LOST,
                    SCAM_CONTACT_NO_MONEY,
                    KNOWS_STILL_PAYS,
                    IS_RELAY_OR_MULE -> Optional.of(ofFound(report, SCAM));
            case BENIGN_VERIFIED -> Optional.of(ofFound(report, ORDINARY));
            // A victim's denial is no evidence; that a child held the phone tells who it was, not what.
            case DENIES_UNVERIFIED, MINOR_USING_PARENT_PHONE, NOT_ESTABLISHED -> Optional.of(UNKNOWN);
            case DUPLICATE, TEST -> Optional.empty();
        };
    }

    private static Verdict ofFound(Report report, Verdict verdict) {
        boolean unfound = report.contact() == Contact.UNFOUND || report.contact() == Contact.TEMP_UNFOUND;
        return unfound ? UNKNOWN : verdict;
    }

    /** What a bank's finding says. */
    static Verdict of(Persons.Feedback.Finding finding) {
        return switch (finding) {
            case CONFIRMED_SCAM -> SCAM;
            case GENUINE -> ORDINARY;
            case UNCLEAR -> UNKNOWN;
        };
    }
}
