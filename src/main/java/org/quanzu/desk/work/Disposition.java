package org.quanzu.desk.work;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quanzu.desk.contact.Contact;

/**
 * What became of a warning in the five words dissuasion teams report by (暂时找不到, 确实找不到, 已劝阻, 不符, 重复预警); it follows
 * from contact and finding and is never entered.
 */
public enum Disposition {
    TEMP_UNFOUND,
    UNFOUND,
    DISSUADED,
    NOT_APPLICABLE,
    DUPLICATE;

    /** Empty while the person was spoken to but is not dissuaded yet; {@code finding} is null for a try alone. */
    public static Optional<Disposition> of(Contact contact, @Nullable Finding finding) {
        if (finding == null) {
            return of(contact);
        }
        return switch (finding) {
            case SCAM_STOPPED_BEFORE_LOSS, STOPPED_PARTIAL_LOSS -> Optional.of(DISSUADED);
            case ALREADY_LOST, SCAM_CONTACT_NO_MONEY, IS_RELAY_OR_MULE, MINOR_USING_PARENT_PHONE ->
                contact.reachedSomebody() ? Optional.of(DISSUADED) : of(contact);
            case BENIGN_VERIFIED, TEST -> Optional.of(NOT_APPLICABLE);
            case DUPLICATE -> Optional.of(DUPLICATE);
            case DENIES_UNVERIFIED, KNOWS_STILL_PAYS, NOT_ESTABLISHED -> of(contact);
        };
    }

    private static Optional<Disposition> of(Contact contact) {
        if (contact == Contact.UNFOUND) {
            return Optional.of(UNFOUND);
        }
        return contact.reachedSomebody() ? Optional.empty() : Optional.of(TEMP_UNFOUND);
    }
}
