package org.quanzu.testkit;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * How long a test waits for a state before it gives up: so long that only a fault takes longer, however busy the machine
 * is. Every {@code await()} has it by default; how fast something is, benchmarks say.
 */
public final class Patience implements LauncherSessionListener {
    public static final Duration LONG = Duration.ofMinutes(5);

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        Awaitility.setDefaultTimeout(LONG);
    }
}
