package org.quanzu.outreach;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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
 * @param messagesPerDay the most messages a person gets in a day
 * @param quietFrom when the night begins
 * @param quietUntil when it ends
 * @param zone where day and night are reckoned
 * @param urgentLevels the levels whose messages do not wait for the morning
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
        @DefaultValue("5") int messagesPerDay,
        @DefaultValue("21:00") LocalTime quietFrom,
        @DefaultValue("08:00") LocalTime quietUntil,
        @DefaultValue("Asia/Shanghai") ZoneId zone,
        @DefaultValue({"RED", "ORANGE"}) Set<String> urgentLevels) {

    public OutreachSettings {
        webhooks = webhooks == null ? Map.of() : Map.copyOf(webhooks);
        inRange("tries", tries, 1, 100);
        inRange("messages-per-day", messagesPerDay, 0, 1_000);
        inRange("timeout in seconds", timeout.toSeconds(), 1, 60);
    }

    @Override
    public Map<Order.Kind, Webhook> webhooks() {
        return Objects.requireNonNull(webhooks);
    }

    Webhook webhook(Order.Kind kind) {
        return Objects.requireNonNull(webhooks().get(kind), kind::name);
    }

    ContactRules contactRules() {
        return new ContactRules(messagesPerDay, quietFrom, quietUntil, zone, urgentLevels);
    }

    private static void inRange(String name, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException("The setting quanzu.outreach." + name + " is " + value
                    + "\nMaybe set it between " + least + " and " + most);
        }
    }
}
