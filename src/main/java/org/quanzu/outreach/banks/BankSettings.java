package org.quanzu.outreach.banks;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quanzu.outreach.webhook.Webhook;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of what banks are told.
 *
 * @param webhooks where the notices of a source are posted, such as {@code quanzu.banks.webhooks.bank-1.url} and
 *     {@code .secret}
 * @param keep how long notices can be read
 */
@ConfigurationProperties("quanzu.banks")
public record BankSettings(
        @Nullable Map<String, Webhook> webhooks,
        @DefaultValue("30d") Duration keep) {

    public BankSettings {
        webhooks = webhooks == null ? Map.of() : Map.copyOf(webhooks);
        if (keep.compareTo(Duration.ofDays(1)) < 0 || keep.compareTo(Duration.ofDays(3_650)) > 0) {
            throw new IllegalArgumentException(
                    "The setting quanzu.banks.keep is " + keep + "\nMaybe set it between 1d and 3650d");
        }
    }

    @Override
    public Map<String, Webhook> webhooks() {
        return Objects.requireNonNull(webhooks);
    }
}
