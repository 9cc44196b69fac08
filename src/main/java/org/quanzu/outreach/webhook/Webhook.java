package org.quanzu.outreach.webhook;

import java.net.URI;

/**
 * Where orders are posted.
 *
 * @param url http or https, without user and password
 * @param secret what they are signed with; 16 characters at least
 */
public record Webhook(URI url, String secret) {
    private static final int LEAST = 16;

    public Webhook {
        if (url == null || secret == null) {
            throw new IllegalArgumentException("A webhook has no " + (url == null ? "URL" : "secret")
                    + "\nMaybe set both quanzu.outreach.webhooks.KIND.url and .secret");
        }
        var scheme = url.getScheme();
        if (scheme == null || !scheme.matches("(?i)https?") || url.getHost() == null || url.getUserInfo() != null) {
            throw new IllegalArgumentException(
                    "The URL of a webhook, with scheme " + scheme + " and host " + url.getHost()
                            + ", cannot be posted to\nMaybe write it as https://host.example/path, without user and password");
        }
        if (secret.length() < LEAST) {
            throw new IllegalArgumentException("The secret of the webhook at " + url.getHost() + " has "
                    + secret.length() + " characters\nMaybe make one with: openssl rand -hex 32");
        }
    }

    /** Neither the secret nor a token in the URL goes into a log. */
    @Override
    public String toString() {
        return "Webhook[" + url.getHost() + "]";
    }
}
