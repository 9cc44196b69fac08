package org.quanzu.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** The packaged jar as a process of its own, as an operator would run it. */
public final class ServerProcess implements AutoCloseable {
    public static final String KEY = "qz_test-key-for-local-processes-only-0123456789";

    /**
     * What a test's server has unless the test says otherwise: the PostgreSQL programs are unpacked once for all tests, and what
     * is not about degraded answers gets none on a busy machine either.
     */
    private static final List<String> DEFAULTS =
            List.of("--quanzu.database.programs=target/postgresql", "--quanzu.latency-budget-millis=60000");

    private final Process process;
    private final int port;
    private final Path log;

    private ServerProcess(Process process, int port, Path log) {
        this.process = process;
        this.port = port;
        this.log = log;
    }

    /** Starts the jar on {@code data} and waits until it is ready; what it prints goes to {@code data/../server.log}. */
    public static ServerProcess start(Path data, String... options) {
        return start(data, JarCommand::shortLived, options);
    }

    /** As {@link #start}, for a benchmark, with the jar of this or of another build. */
    public static ServerProcess startAtFullSpeed(Path jar, Path data, String... options) {
        return start(data, arguments -> JarCommand.fullSpeed(jar, arguments), options);
    }

    /** Starts it with the command that {@code jar} makes of the arguments of the jar. */
    public static ServerProcess start(Path data, UnaryOperator<List<String>> jar, String... options) {
        try {
            CompiledRules.lendTo(Files.createDirectories(data));
            int port = freePort();
            List<String> arguments =
                    new ArrayList<>(List.of("serve", "--server.port=" + port, "--quanzu.data=" + data));
            arguments.addAll(defaultsBeside(options));
            arguments.addAll(List.of(options));
            ProcessBuilder builder = new ProcessBuilder(jar.apply(arguments)).redirectErrorStream(true);
            builder.environment().put("QUANZU_API_KEY", KEY);
            Path log = data.resolveSibling("server.log");
            builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            ServerProcess server = new ServerProcess(builder.start(), port, log);
            try {
                server.awaitReady();
                CompiledRules.keepThoseOf(data);
            } catch (RuntimeException | Error e) {
                server.kill();
                throw e;
            }
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> defaultsBeside(String... options) {
        return DEFAULTS.stream()
                .filter(setting -> Stream.of(options).noneMatch(it -> it.startsWith(setting.split("=")[0] + "=")))
                .toList();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void awaitReady() {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness"))
                .timeout(Duration.ofSeconds(2))
                .build();
        Awaitility.await()
                .atMost(Patience.LONG) // a benchmark has no session that sets it
                .pollInterval(Duration.ofMillis(50))
                .ignoreExceptionsMatching(IOException.class::isInstance)
                .until(() -> {
                    if (!process.isAlive()) {
                        throw new IllegalStateException(
                                "The server ended with exit code " + process.exitValue() + "\n" + warnings());
                    }
                    return client.send(request, HttpResponse.BodyHandlers.ofString())
                                    .statusCode()
                            == 200;
                });
    }

    public int port() {
        return port;
    }

    /** What the server warned of, for a test that fails to say why. */
    public String warnings() {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(line -> line.contains(" WARN ") || line.contains(" ERROR "))
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** As {@code kill -9} does: no shutdown hook runs. */
    public void kill() {
        process.destroyForcibly();
        waitFor();
    }

    /** Asks the process to end and waits for it. */
    @Override
    public void close() {
        process.destroy();
        waitFor();
    }

    private void waitFor() {
        try {
            if (!process.waitFor(Patience.LONG.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("The server did not end within " + Patience.LONG);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
