package org.quanzu.platform.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quanzu.platform.RunningQuanzu;
import org.quanzu.testkit.Bodies;
import org.quanzu.testkit.FewRules;

/** The settings are those that {@code src/docs/operations.md} names. */
class TlsIT {
    private static final String PASSWORD = "changeit";

    @TempDir
    private static Path folder;

    private static RunningQuanzu quanzu;

    @BeforeAll
    static void start() throws Exception {
        pair("server", "localhost");
        pair("bank", "bank");
        trust("clients", "bank");
        trust("servers", "server");
        quanzu = RunningQuanzu.on(
                folder.resolve("data"),
                "--quanzu.rules=" + FewRules.in(folder.resolve("rules")),
                "--quanzu.api-key=" + RunningQuanzu.KEY,
                "--server.ssl.bundle=quanzu",
                "--server.ssl.client-auth=need",
                "--spring.ssl.bundle.jks.quanzu.keystore.location=" + store("server"),
                "--spring.ssl.bundle.jks.quanzu.keystore.password=" + PASSWORD,
                "--spring.ssl.bundle.jks.quanzu.truststore.location=" + store("clients"),
                "--spring.ssl.bundle.jks.quanzu.truststore.password=" + PASSWORD);
    }

    @AfterAll
    static void stop() {
        quanzu.close();
    }

    @Test
    void servesWhoShowsACertificateItTrusts() throws Exception {
        var client = client(true);

        var answer = client.send(
                request("/api/v1/transactions")
                        .header("Authorization", "Bearer " + RunningQuanzu.KEY)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(Bodies.payment("tls", 0, 1)))
                        .build(),
                BodyHandlers.ofString());
        var page = client.send(request("/console/sign-in").build(), BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Set-Cookie").orElseThrow()).contains("Secure");
    }

    @Test
    void turnsAwayWhoShowsNone() throws Exception {
        var stranger = client(false);

        assertThatIOException()
                .isThrownBy(() ->
                        stranger.send(request("/actuator/health/liveness").build(), BodyHandlers.ofString()));
    }

    private static HttpRequest.Builder request(String path) {
        var port = quanzu.context().getEnvironment().getRequiredProperty("local.server.port");
        return HttpRequest.newBuilder(URI.create("https://localhost:" + port + path));
    }

    private static HttpClient client(boolean known) throws Exception {
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(read("bank"), PASSWORD.toCharArray());
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(read("servers"));
        var tls = SSLContext.getInstance("TLS");
        tls.init(known ? keys.getKeyManagers() : null, trust.getTrustManagers(), null);
        return HttpClient.newBuilder()
                .sslContext(tls)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    private static KeyStore read(String name) throws Exception {
        try (InputStream in = Files.newInputStream(store(name))) {
            var store = KeyStore.getInstance("PKCS12");
            store.load(in, PASSWORD.toCharArray());
            return store;
        }
    }

    private static Path store(String name) {
        return folder.resolve(name + ".p12");
    }

    private static void pair(String name, String host) throws Exception {
        keytool(name, "-genkeypair", "-alias", name, "-keyalg", "EC", "-dname", "CN=" + host, "-ext", "san=dns:" + host);
        keytool(name, "-exportcert", "-alias", name, "-file", folder.resolve(name + ".crt").toString());
    }

    private static void trust(String store, String name) throws Exception {
        keytool(store, "-importcert", "-noprompt", "-alias", name, "-file", folder.resolve(name + ".crt").toString());
    }

    private static void keytool(String store, String... arguments) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        command.addAll(List.of("-keystore", store(store).toString(), "-storetype", "PKCS12", "-storepass", PASSWORD));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }
}
