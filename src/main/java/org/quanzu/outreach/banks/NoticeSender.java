package org.quanzu.outreach.banks;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.quanzu.outreach.OutreachSettings;
import org.quanzu.outreach.webhook.Answer;
import org.quanzu.outreach.webhook.Backoff;
import org.quanzu.outreach.webhook.Webhook;
import org.quanzu.outreach.webhook.WebhookClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/** Posts notices one after the other; a receiver that is away delays nobody else's for more than one try. */
final class NoticeSender {
    private static final Logger LOG = LoggerFactory.getLogger(NoticeSender.class);
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Duration TURN = Duration.ofSeconds(20);
    private static final int MOST_A_TIME = 200;
    private static final int DROPPED_A_TIME = 1_000;

    private final BankNotices notices;
    private final TransactionTemplate transaction;
    private final BankSettings settings;
    private final Post post;
    private final Clock clock;

    /** How notices leave the house. */
    record Post(OutreachSettings settings, WebhookClient client, Backoff backoff) {}

    NoticeSender(BankNotices notices, TransactionTemplate transaction, BankSettings settings, Post post, Clock clock) {
        this.notices = notices;
        this.transaction = transaction;
        this.settings = settings;
        this.post = post;
        this.clock = clock;
    }

    /** Posts what is due, and removes some of what is old. */
    void run() {
        Instant end = clock.instant().plus(TURN);
        for (int i = 0; i < MOST_A_TIME && clock.instant().isBefore(end) && sendNext(); i++) {}
        notices.drop(clock.instant(), settings.keep(), DROPPED_A_TIME);
    }

    private boolean sendNext() {
        Optional<Notice> due = transaction.execute(begun -> {
            Optional<Notice> found = notices.lockDue(clock.instant());
            found.ifPresent(notice -> notices.take(notice.seq(), clock.instant().plus(LEASE)));
            return found;
        });
        if (due == null || due.isEmpty()) {
            return false;
        }
        send(due.get());
        return true;
    }

    private void send(Notice notice) {
        Webhook webhook = settings.webhooks().get(notice.source());
        if (webhook == null) {
            notices.delivered(notice.seq());
            return;
        }
        Instant now = clock.instant();
        Answer answer = post.client().post(webhook, notice.id(), now, notice.body());
        if (answer.outcome() == Answer.Outcome.DONE) {
            notices.delivered(notice.seq());
        } else if (answer.outcome() == Answer.Outcome.REFUSED
                || notice.tries() + 1 >= post.settings().tries()) {
            notices.giveUp(notice.seq());
            LOG.warn(
                    "Notice {} to {} is given up after status {}\nMaybe its receiver was changed; it reads what it missed at"
                            + " /api/v1/level-changes",
                    notice.id(),
                    notice.source(),
                    answer.status());
        } else {
            notices.postpone(notice.seq(), now.plus(post.backoff().after(notice.tries() + 1)));
        }
    }
}
