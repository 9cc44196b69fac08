package org.quanzu.benchmark;

import java.nio.file.Path;

/** Which jar a benchmark measures: that of this build, or another one to compare it with. */
final class Jars {
    private Jars() {}

    /** The jar that stands at {@code place} of the arguments, else that of this build. */
    static Path of(String[] arguments, int place) {
        return arguments.length > place ? Path.of(arguments[place]) : Path.of("target", "quanzu.jar");
    }
}
