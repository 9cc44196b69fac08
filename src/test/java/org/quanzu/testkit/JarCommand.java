package org.quanzu.testkit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What an operator types to run the packaged jar. */
public final class JarCommand {
    /** A process that lives for seconds starts in two thirds of the time without the optimising compiler. */
    private static final List<String> SHORT_LIVED = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private static final Path JAVA = Path.of(System.getProperty("java.home"));

    private JarCommand() {}

    /** For tests. */
    public static List<String> shortLived(List<String> arguments) {
        return of(JAVA, SHORT_LIVED, arguments);
    }

    /** For tests of other hosts: with another JDK, or other options of the virtual machine. */
    public static List<String> shortLived(Path javaHome, List<String> options, List<String> arguments) {
        return of(
                javaHome, Stream.concat(SHORT_LIVED.stream(), options.stream()).toList(), arguments);
    }

    /** For benchmarks, which may compare the jar of another build. */
    public static List<String> fullSpeed(Path jar, List<String> arguments) {
        return of(JAVA, List.of(), jar, arguments);
    }

    private static List<String> of(Path javaHome, List<String> options, List<String> arguments) {
        return of(javaHome, options, Path.of("target", "quanzu.jar"), arguments);
    }

    private static List<String> of(Path javaHome, List<String> options, Path jar, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(javaHome.resolve("bin").resolve("java").toString());
        command.add("-Xmx2g");
        command.addAll(options);
        command.addAll(List.of("-jar", jar.toString()));
        command.addAll(arguments);
        return command;
    }
}
