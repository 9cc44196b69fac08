package org.quanzu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.quanzu.testkit.ClientTools;
import org.quanzu.testkit.PatientServer;
import org.quanzu.testkit.ServerProcess;

/** The OpenAPI document as a bank's developers use it: linted, and made into clients that compile and score events. */
class GeneratedClientsIT {
    private static final String HELD = "RED HOLD LOGI-001";

    @RegisterExtension
    static final PatientServer SERVER = new PatientServer();

    private static ClientTools tools;

    @BeforeAll
    static void generate() throws IOException {
        tools = ClientTools.prepare(SERVER.get("/api/v1/openapi.json").body(), "java", "python", "typescript");
    }

    @Test
    void findsNoFaultWithTheDocument() {
        tools.requireNode();

        String redocly = tools.node("@redocly/cli/bin/cli.js", "lint", "openapi.json");
        String spectral = tools.node(
                "@stoplight/spectral-cli/dist/index.js", "lint", "-r", "spectral.yaml", "-F", "hint", "openapi.json");

        assertThat(redocly).contains("is valid").doesNotContain("You have");
        assertThat(spectral).contains("No results");
    }

    @Test
    void scoresWithAJavaClient() throws Exception {
        Path classes = Files.createDirectories(tools.folder().resolve("java-classes"));
        List<Path> sources = new ArrayList<>(List.of(tools.folder().resolve("ScoreEvents.java")));
        try (Stream<Path> files = Files.walk(tools.folder().resolve("java/src/main/java"))) {
            files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter complaints = new StringWriter();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            Boolean compiled = compiler.getTask(
                            complaints,
                            manager,
                            null,
                            List.of("-nowarn", "-proc:none", "-d", classes.toString(), "-cp", ClientTools.jackson()),
                            null,
                            manager.getJavaFileObjectsFromPaths(sources))
                    .call();
            assertThat(compiled).as(complaints.toString()).isTrue();
        }

        try (URLClassLoader client = new URLClassLoader(
                new URL[] {classes.toUri().toURL()}, getClass().getClassLoader())) {
            Object answer = client.loadClass("ScoreEvents")
                    .getMethod("score", String.class, String.class)
                    .invoke(null, SERVER.address(), ServerProcess.KEY);

            assertThat(answer).isEqualTo(HELD);
        }
    }

    @Test
    void scoresWithAPythonClient() {
        tools.requirePython();

        assertThat(tools.python("score_events.py", SERVER.address(), ServerProcess.KEY)).isEqualTo(HELD);
    }

    @Test
    void scoresWithATypeScriptClient() {
        tools.requireNode();
        tools.node("openapi-typescript/bin/cli.js", "openapi.json", "-o", "schema.d.ts");

        tools.node(
                "typescript/bin/tsc",
                "--strict",
                "--target",
                "es2022",
                "--lib",
                "es2022,dom",
                "--module",
                "commonjs",
                "--types",
                "node",
                "--outDir",
                "typescript-js",
                "score-events.ts");

        assertThat(tools.node("../typescript-js/score-events.js", SERVER.address(), ServerProcess.KEY))
                .isEqualTo(HELD);
    }
}
