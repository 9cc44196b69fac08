package org.quanzu.simulation.calibration;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import org.quanzu.simulation.calibration.Proposal.Line;
import org.quanzu.simulation.feed.WholeFiles;

/** Writes a proposal as a table that a spreadsheet opens. */
public final class ProposalFile {
    public static final String NAME = "proposal.csv";

    private ProposalFile() {}

    public static Path write(Path folder, Proposal proposal) {
        try (WholeFiles files = new WholeFiles(folder)) {
            CsvWriter table =
                    CsvWriter.builder().build(new OutputStreamWriter(files.add(NAME), StandardCharsets.UTF_8));
            table.writeRecord(
                    "rule", "points_now", "points_proposed", "log_odds", "scam_days", "ordinary_days", "note", "file");
            proposal.lines().forEach(line -> write(table, line));
            table.flush();
            files.keep();
            return folder.resolve(NAME);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Nothing was written to " + folder + ": " + e.getMessage() + "\nMaybe the disk is full", e);
        }
    }

    private static void write(CsvWriter table, Line line) {
        table.writeRecord(
                line.rule(),
                String.valueOf(line.now()),
                String.valueOf(line.proposed()),
                String.format(Locale.ROOT, "%.3f", line.coefficient()),
                String.valueOf(line.scamDays()),
                String.valueOf(line.ordinaryDays()),
                line.note(),
                line.file());
    }
}
