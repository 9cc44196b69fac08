package org.quanzu.outreach.banks;

import java.time.Instant;
import java.util.Optional;
import org.quanzu.desk.work.CaseConcluded;
import org.springframework.context.event.EventListener;

/** Tells the bank that sent a payment what the desk found while it was held, in the transaction of the outcome. */
final class HoldNotices {
    private final BankNotices notices;
    private final BankSettings settings;

    HoldNotices(BankNotices notices, BankSettings settings) {
        this.notices = notices;
        this.settings = settings;
    }

    @EventListener
    void on(CaseConcluded concluded) {
        decision(concluded).ifPresent(decision -> {
            notices.lock();
            Instant at = concluded.outcome().at();
            for (PaymentHold hold : notices.undecided(concluded.subject().personId(), at)) {
                decide(hold.decided(decision, at), concluded.subject().caseId(), at);
            }
        });
    }

    private static Optional<PaymentHold.State> decision(CaseConcluded concluded) {
        return switch (concluded.outcome().report().finding()) {
            case SCAM_STOPPED_BEFORE_LOSS,
                    STOPPED_PARTIAL_LOSS,
                    ALREADY_LOST,
                    SCAM_CONTACT_NO_MONEY,
                    KNOWS_STILL_PAYS,
                    IS_RELAY_OR_MULE -> Optional.of(PaymentHold.State.CONFIRMED);
            case BENIGN_VERIFIED -> Optional.of(PaymentHold.State.RELEASED);
            default -> Optional.empty();
        };
    }

    private void decide(PaymentHold hold, String caseId, Instant at) {
        notices.decide(hold);
        notices.append(
                LevelNotices.id("hold " + hold.source().length() + ":" + hold.source() + hold.eventId()),
                hold.source(),
                hold.personId(),
                NoticeJson.holdDecided(hold, caseId, at),
                at,
                !settings.webhooks().containsKey(hold.source()));
    }
}
