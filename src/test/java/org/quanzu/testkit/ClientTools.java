package org.quanzu.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What makes clients of the OpenAPI document and runs them, in {@code target/clients}: the generator that the build puts into
 * {@code target/tools}, Node.js with a few packages, and Python. Tests are skipped where Node.js or Python is missing, unless
 * {@code CI_REQUIRES_CLIENTS} is set: then they fail.
 */
public final class ClientTools {
    private static final Path GENERATOR = Path.of("target", "tools", "openapi-generator-cli.jar");
    private static final Path SHIPPED = Path.of("src", "test", "resources", "clients");
    private static final Path FOLDER = Path.of("target", "clients").toAbsolutePath();
    private static final String PYTHON = "/usr/bin/python3";

    private final boolean nodeInstalled;

    private ClientTools(boolean nodeInstalled) {
        this.nodeInstalled = nodeInstalled;
    }

    /** Writes the document and generates clients in these languages; what Node.js needs is installed meanwhile. */
    public static ClientTools prepare(String document, String... languages) throws IOException {
        assertThat(GENERATOR)
                .as("The build puts the generator there\nMaybe run: mvn pre-integration-test")
                .exists();
        Files.createDirectories(FOLDER);
        try (Stream<Path> files = Files.list(SHIPPED)) {
            for (Path file : files.toList()) {
                Files.copy(file, FOLDER.resolve(file.getFileName()), REPLACE_EXISTING);
            }
        }
        Files.writeString(FOLDER.resolve("openapi.json"), document);
        boolean node = isThere("node", "--version") && isThere("npm", "--version");
        Started npm = node ? start("npm", "install", "--no-audit", "--no-fund", "--ignore-scripts", "--silent") : null;
        List<String> generator = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-jar",
                GENERATOR.toAbsolutePath().toString(),
                "batch"));
        for (String language : languages) {
            Path configuration = FOLDER.resolve(language + ".yaml");
            Files.writeString(
                    configuration,
                    Files.readString(configuration) + "inputSpec: " + FOLDER.resolve("openapi.json") + "\noutputDir: "
                            + FOLDER.resolve(language) + "\n");
            generator.add(configuration.toString());
        }
        start(generator.toArray(String[]::new)).output();
        if (npm != null) {
            npm.output();
        }
        return new ClientTools(node);
    }

    public Path folder() {
        return FOLDER;
    }

    public void requireNode() {
        require(nodeInstalled, "There is no node or no npm\nMaybe install the packages nodejs and npm");
    }

    public void requirePython() {
        require(
                isThere(PYTHON, "-c", "import pydantic, urllib3, dateutil; assert pydantic.VERSION < '2'"),
                PYTHON + " lacks what a generated client needs\n"
                        + "Maybe install the packages python3-pydantic, python3-urllib3 and python3-dateutil");
    }

    private static void require(boolean installed, String missing) {
        if (Boolean.parseBoolean(System.getenv("CI_REQUIRES_CLIENTS"))) {
            assertThat(installed).as(missing).isTrue();
        }
        if (!installed) {
            System.out.println("Skipped: " + missing);
        }
        assumeThat(installed).as(missing).isTrue();
    }

    /** Runs a script, named from {@code node_modules}, and answers what it prints; fails where it fails. */
    public String node(String script, String... arguments) {
        return start(command("node", FOLDER.resolve("node_modules").resolve(script).toString(), arguments))
                .output();
    }

    public String python(String script, String... arguments) {
        return start(command(PYTHON, script, arguments)).output();
    }

    private static String[] command(String program, String script, String... arguments) {
        return Stream.concat(Stream.of(program, script), Stream.of(arguments)).toArray(String[]::new);
    }

    private static boolean isThere(String... command) {
        try {
            return start(command).process().waitFor() == 0;
        } catch (UncheckedIOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Started start(String... command) {
        try {
            Path printed = Files.createTempFile(FOLDER, "printed", ".txt");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(FOLDER.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(printed.toFile());
            builder.environment().put("PYTHONPATH", FOLDER.resolve("python") + File.pathSeparator + FOLDER);
            builder.environment().put("REDOCLY_TELEMETRY", "off");
            builder.environment().put("REDOCLY_SUPPRESS_UPDATE_NOTICE", "true");
            return new Started(List.of(command), builder.start(), printed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Started(List<String> command, Process process, Path printed) {

        String output() {
            try {
                int code = process.waitFor();
                String text = Files.readString(printed, UTF_8).strip();
                assertThat(code).as(command + " printed:\n" + text).isZero();
                return text;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Where the classes are that a generated Java client needs. */
    public static String jackson() {
        return Stream.of(
                        com.fasterxml.jackson.databind.ObjectMapper.class,
                        com.fasterxml.jackson.core.JsonFactory.class,
                        com.fasterxml.jackson.annotation.JsonProperty.class,
                        com.fasterxml.jackson.datatype.jsr310.JavaTimeModule.class,
                        jakarta.annotation.Nonnull.class)
                .map(type -> Path.of(URI.create(type.getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toString()))
                        .toString())
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }
}
