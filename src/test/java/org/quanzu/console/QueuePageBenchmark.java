package org.quanzu.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.quanzu.platform.RunningQuanzu;
import org.quanzu.testkit.OpenCases;
import org.springframework.util.FileSystemUtils;

/** How long the server takes for pages of the console while 5,000 cases are open. */
public final class QueuePageBenchmark {
    private static final String PASSWORD = "a password for benchmarks";
    private static final int WARMING = 100;
    private static final int TIMES = 200;

    private QueuePageBenchmark() {}

    public static void main(String[] args) throws IOException {
        Path data = Files.createTempDirectory("quanzu-pages");
        try (RunningQuanzu quanzu = RunningQuanzu.on(data, "--quanzu.admin-password=" + PASSWORD)) {
            OpenCases open = new OpenCases(quanzu.context().getBean(DataSource.class), Instant.now());
            open.open(1, 3_000, "YELLOW", "COMMUNITY");
            open.open(3_001, 4_500, "ORANGE", "DESK");
            open.open(4_501, 5_000, "RED", "DESK");
            open.spread();
            Browser browser = new Browser(
                    quanzu.context().getEnvironment().getRequiredProperty("local.server.port", Integer.class), false);
            browser.signIn("admin", PASSWORD);
            pages(args).forEach(page -> time(browser, page));
        } finally {
            FileSystemUtils.deleteRecursively(data);
        }
    }

    private static List<String> pages(String... args) {
        return args.length > 0 ? List.of(args) : List.of("/console/queue", "/console/queue/rows");
    }

    private static void time(Browser browser, String page) {
        for (int i = 0; i < WARMING; i++) {
            browser.get(page);
        }
        long[] nanos = new long[TIMES];
        int status = 0;
        for (int i = 0; i < TIMES; i++) {
            long before = System.nanoTime();
            status = browser.get(page).statusCode();
            nanos[i] = System.nanoTime() - before;
        }
        Arrays.sort(nanos);
        System.out.printf(
                Locale.ROOT,
                "%s: status %d, p50 %.1f ms, p95 %.1f ms, most %.1f ms%n",
                page,
                status,
                nanos[TIMES / 2] / 1e6,
                nanos[TIMES * 95 / 100] / 1e6,
                nanos[TIMES - 1] / 1e6);
    }
}
