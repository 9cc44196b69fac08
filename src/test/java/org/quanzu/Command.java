package org.quanzu;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.quanzu.testkit.JarCommand;
import org.quanzu.testkit.Patience;

/** One run of the packaged jar to its end, as an operator would type it: the exit code and what it printed. */
record Command(int exitCode, String out, String error) {

    static Command run(String... arguments) throws IOException, InterruptedException {
        Path out = Files.createTempFile("quanzu", ".out");
        Path error = Files.createTempFile("quanzu", ".err");
        Process process = new ProcessBuilder(JarCommand.shortLived(List.of(arguments)))
                .redirectOutput(out.toFile())
                .redirectError(error.toFile())
                .start();
        try {
            if (!process.waitFor(Patience.LONG.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("Still running: " + String.join(" ", arguments));
            }
            return new Command(process.exitValue(), Files.readString(out, UTF_8), Files.readString(error, UTF_8));
        } finally {
            process.destroyForcibly();
            Files.delete(out);
            Files.delete(error);
        }
    }
}
