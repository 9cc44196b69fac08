package org.quanzu.outreach.webhook;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.quanzu.outreach.webhook.Answer.Outcome;

/**
 * Posts JSON once: no retry, no redirect, no proxy, no cookie, one time limit over everything, and only the beginning of the
 * answer is read.
 */
public final class WebhookClient implements AutoCloseable {
    private static final int ANSWER_BYTES = 2_000;
    private final CloseableHttpClient http;
    private final ScheduledExecutorService limits;
    private final Duration timeout;

    public WebhookClient(boolean allowPrivate, Duration timeout) {
        this.timeout = timeout;
        this.http = client(allowPrivate, Timeout.of(timeout), Timeout.of(timeout.dividedBy(2)));
        this.limits = Executors.newSingleThreadScheduledExecutor(task -> {
            var thread = new Thread(task, "outreach-limit");
            thread.setDaemon(true);
            return thread;
        });
    }

    private static CloseableHttpClient client(boolean allowPrivate, Timeout timeout, Timeout connect) {
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(new GuardedResolver(allowPrivate, SystemDefaultDnsResolver.INSTANCE))
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(connect)
                        .setSocketTimeout(timeout)
                        .build())
                .build();
        return HttpClients.custom()
                .setConnectionManager(connections)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(timeout)
                        .setProtocolUpgradeEnabled(false)
                        .build())
                .setUserAgent("quanzu")
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .build();
    }

    /** Posts {@code body}, signed as of {@code at}; never throws for anything the other side does. */
    public Answer post(Webhook webhook, UUID key, Instant at, String body) {
        var timestamp = Long.toString(at.getEpochSecond());
        var post = new HttpPost(webhook.url());
        post.setHeader("Idempotency-Key", key.toString());
        post.setHeader("X-Quanzu-Timestamp", timestamp);
        post.setHeader("X-Quanzu-Signature", Signature.of(webhook.secret(), timestamp, body));
        post.setEntity(new StringEntity(body, ContentType.APPLICATION_JSON));
        var limit = limits.schedule(post::cancel, timeout.toMillis(), TimeUnit.MILLISECONDS);
        try {
            return read(http.executeOpen(null, post, null));
        } catch (IOException | RuntimeException e) {
            return new Answer(wasSent(e) ? Outcome.UNSURE : Outcome.UNREACHED, null, why(e));
        } finally {
            limit.cancel(false);
            post.cancel(); // drops the connection of an answer not read to its end; closing it would read on
        }
    }

    /** The status counts even when the body breaks off. */
    private static Answer read(ClassicHttpResponse response) {
        return Answer.of(response.getCode(), beginning(response));
    }

    private static String beginning(ClassicHttpResponse response) {
        var entity = response.getEntity();
        if (entity == null) {
            return "";
        }
        try {
            var bytes = entity.getContent().readNBytes(ANSWER_BYTES);
            return new String(bytes, StandardCharsets.UTF_8).replace('\0', '\uFFFD');
        } catch (IOException | RuntimeException e) {
            return why(e);
        }
    }

    private static boolean wasSent(Exception failure) {
        return !(failure instanceof ConnectException
                || failure instanceof ConnectTimeoutException
                || failure instanceof NoRouteToHostException
                || failure instanceof UnknownHostException
                || failure instanceof SSLHandshakeException
                || failure instanceof SSLPeerUnverifiedException);
    }

    private static String why(Exception failure) {
        @Nullable String message = failure.getMessage();
        return failure.getClass().getSimpleName() + (message == null ? "" : ": " + message);
    }

    @Override
    public void close() throws IOException {
        limits.shutdownNow();
        http.close();
    }
}
