package org.quanzu.simulation.report;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import org.quanzu.simulation.feed.WholeFiles;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes a report as {@code report.html}, {@code report.zh.html} and {@code report.json}: all of them or none. */
public final class ReportFiles {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private ReportFiles() {}

    public static void write(Path folder, Report report) {
        Page page = new Page();
        try (WholeFiles files = new WholeFiles(folder)) {
            write(files, "report.html", page.of(report, Locale.ENGLISH));
            write(files, "report.zh.html", page.of(report, Locale.SIMPLIFIED_CHINESE));
            write(files, "report.json", JSON.writeValueAsString(report));
            files.keep();
        }
    }

    private static void write(WholeFiles files, String name, String text) {
        files.text(files.add(name), text.getBytes(StandardCharsets.UTF_8));
    }
}
