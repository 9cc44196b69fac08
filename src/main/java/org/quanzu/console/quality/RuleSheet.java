package org.quanzu.console.quality;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The table of rules as a sheet of values separated by commas; a share is left out where too little is known. */
@Component
class RuleSheet {
    private static final String[] HEAD = {
        "rule",
        "family",
        "status",
        "labelled",
        "scams",
        "ordinary",
        "unknown",
        "right_percent",
        "right_low",
        "right_high",
        "right_percent_before",
        "alone_in_class",
        "only_warner_of_scams",
        "without_label",
        "last_warned_at"
    };

    String of(List<RuleRow> rows) {
        StringWriter sheet = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(sheet)) {
            csv.writeRecord(HEAD);
            rows.forEach(row -> csv.writeRecord(values(row)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sheet.toString();
    }

    private static String[] values(RuleRow row) {
        Bar right = row.right();
        return new String[] {
            row.id(),
            row.family(),
            row.status(),
            text(row.now().labelled()),
            text(row.now().scams()),
            text(row.now().ordinary()),
            text(row.now().unknown()),
            right == null ? "" : text(right.percent()),
            right == null ? "" : text(right.low()),
            right == null ? "" : text(right.high()),
            text(row.before() == null ? null : row.before().percent()),
            text(row.alone()),
            text(row.caught()),
            text(row.now().open()),
            text(row.warnedAt())
        };
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
