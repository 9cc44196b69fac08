package org.quanzu.outreach.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quanzu.outreach.Receiver;
import org.quanzu.outreach.webhook.Answer.Outcome;

@Timeout(30)
class WebhookClientTest {
    private static final String SECRET = "0123456789abcdef";
    private static final UUID KEY = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final Instant AT = Instant.ofEpochSecond(1_780_000_000);
    private final Receiver receiver = new Receiver();
    private final WebhookClient client = new WebhookClient(true, Duration.ofSeconds(1));

    WebhookClientTest() throws IOException {}

    @AfterEach
    void close() throws IOException {
        client.close();
        receiver.close();
    }

    private Answer post(URI url) {
        return client.post(new Webhook(url, SECRET), KEY, AT, "{\"a\":\"中\"}");
    }

    @Test
    void postsSignedJsonUnderItsKey() {
        Answer answer = post(receiver.url("/stops"));

        assertThat(answer).isEqualTo(new Answer(Outcome.DONE, 200, "ok"));
        Receiver.Post post = receiver.posts().get(0);
        assertThat(post.path()).isEqualTo("/stops");
        assertThat(post.body()).isEqualTo("{\"a\":\"中\"}");
        assertThat(post.key()).isEqualTo(KEY.toString());
        assertThat(post.headers().getFirst("Content-Type")).startsWith("application/json");
        assertThat(post.headers().getFirst("X-Quanzu-Timestamp")).isEqualTo("1780000000");
        assertThat(post.headers().getFirst("X-Quanzu-Signature"))
                .isEqualTo(Signature.of(SECRET, "1780000000", "{\"a\":\"中\"}"));
    }

    @Test
    void signsAsAnybodyCanCheck() {
        // printf '1780000000.{}' | openssl dgst -sha256 -hmac 0123456789abcdef
        assertThat(Signature.of(SECRET, "1780000000", "{}"))
                .isEqualTo("2c48252c6a47fdb9b333f61ba8d2f35f0f966922f9eeba7a6fc8d7e3e5ba2b4b");
    }

    @ParameterizedTest
    @CsvSource({
        "201, DONE",
        "302, UNSURE",
        "400, REFUSED",
        "404, REFUSED",
        "409, UNSURE",
        "429, UNSURE",
        "500, UNSURE",
        "503, UNSURE"
    })
    void concludesFromTheStatus(int status, Outcome outcome) {
        receiver.answers(status);

        assertThat(post(receiver.url("/")).outcome()).isEqualTo(outcome);
        assertThat(receiver.posts()).hasSize(1);
    }

    @Test
    void followsNoRedirect() {
        receiver.does(exchange -> {
            exchange.getResponseHeaders()
                    .add("Location", receiver.url("/elsewhere").toString());
            exchange.sendResponseHeaders(307, -1);
        });

        assertThat(post(receiver.url("/")).status()).isEqualTo(307);
        assertThat(receiver.posts()).hasSize(1);
    }

    @Test
    void readsOnlyTheBeginningOfAnEndlessAnswer() {
        receiver.does(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            while (true) {
                exchange.getResponseBody().write(new byte[8_192]);
            }
        });

        Answer answer = post(receiver.url("/"));

        assertThat(answer.outcome()).isEqualTo(Outcome.DONE);
        assertThat(answer.text()).hasSize(2_000);
    }

    @Test
    void givesUpOnAnAnswerThatDripsIn() {
        receiver.does(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            for (int i = 0; i < 300; i++) {
                exchange.getResponseBody().write('.');
                exchange.getResponseBody().flush();
                pause(100);
            }
        });

        assertThat(post(receiver.url("/")).outcome()).isEqualTo(Outcome.DONE);
    }

    @Test
    void isUnsureWhenNoAnswerComes() {
        receiver.does(exchange -> pause(3_000));

        assertThat(post(receiver.url("/")).outcome()).isEqualTo(Outcome.UNSURE);
        assertThat(receiver.posts()).hasSize(1);
    }

    @Test
    void isUnsureWhenTheConnectionBreaks() {
        receiver.does(exchange -> {});

        assertThat(post(receiver.url("/")).outcome()).isEqualTo(Outcome.UNSURE);
        assertThat(receiver.posts()).hasSize(1);
    }

    @Test
    void knowsWhenNobodyListens() {
        URI url = receiver.url("/");
        receiver.close();

        assertThat(post(url).outcome()).isEqualTo(Outcome.UNREACHED);
        assertThat(post(URI.create("http://nowhere.invalid/")).outcome()).isEqualTo(Outcome.UNREACHED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "2130706433", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0"})
    void reachesNothingPrivateUnlessAllowed(String host) throws IOException {
        URI url = URI.create("http://" + host + ":" + receiver.url("/").getPort() + "/");

        try (WebhookClient guarded = new WebhookClient(false, Duration.ofSeconds(1))) {
            Answer answer = guarded.post(new Webhook(url, SECRET), KEY, AT, "{}");

            assertThat(answer.outcome()).isEqualTo(Outcome.UNREACHED);
        }
        assertThat(receiver.posts()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ftp://a.example/", "file:///etc/passwd", "https://user:word@a.example/", "//a.example/", "x"})
    void refusesWebhooksThatAreNone(String url) {
        assertThatThrownBy(() -> new Webhook(URI.create(url), SECRET)).hasMessageContaining("Maybe");
    }

    @Test
    void refusesAShortSecret() {
        assertThatThrownBy(() -> new Webhook(URI.create("https://a.example/"), "short"))
                .hasMessageContaining("5 characters")
                .hasMessageNotContaining("short");
    }

    /** What a slow receiver does. */
    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
