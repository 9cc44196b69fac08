package org.quanzu.outreach;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quanzu.outreach.webhook.Webhook;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of what leaves the house.
 *
 * @param webhooks where orders of a kind are posted, such as {@code quanzu.outreach.webhooks.stop-payment.url} and
 *     {@code .secret}; in the environment {@code QUANZU_OUTREACH_WEBHOOKS_STOPPAYMENT_URL}
 * @param allowPrivate whether webhooks may be on loopback or in a private network
 * @param timeout how long one try may take in all
 * @param tries how often an order is sent before it is given up
 * @param firstWait the wait after the first try, doubled after each
 * @param longestWait the longest wait between two tries
 * @param centre who messages are from; blank for the word in the files
 * @param automaticGap how long a person gets no second message of a family by itself, unless the level rises
 */
@ConfigurationProperties("quanzu.outreach")
public record OutreachSettings(
        @Nullable Map<Order.Kind, Webhook> webhooks,
        @DefaultValue("false") boolean allowPrivate,
        @DefaultValue("10s") Duration timeout,
        @DefaultValue("8") int tries,
        @DefaultValue("5s") Duration firstWait,
        @DefaultValue("15m") Duration longestWait,
        @DefaultValue("") String centre,
        @DefaultValue("72h") Duration automaticGap) {

    public OutreachSettings {
        webhooks = webhooks == null ? Map.of() : Map.copyOf(webhooks);
        inRange("tries", tries, 1, 100);
        inRange("timeout in seconds", timeout.toSeconds(), 1, 60);
        inRange("automatic-gap in hours", automaticGap.toHours(), 1, 8_760);
    }

    @Override
    public Map<Order.Kind, Webhook> webhooks() {
        return Objects.requireNonNull(webhooks);
    }

    Webhook webhook(Order.Kind kind) {
        return Objects.requireNonNull(webhooks().get(kind), kind::name);
    }

    private static void inRange(String name, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException("The setting quanzu.outreach." + name + " is " + value
                    + "\nMaybe set it between " + least + " and " + most);
        }
    }
}
