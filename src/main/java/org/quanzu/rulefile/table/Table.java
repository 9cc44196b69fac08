package org.quanzu.rulefile.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.quanzu.rulefile.syntax.Problems;
import org.quanzu.rulefile.vocabulary.Nearest;

/** A CSV file with a header; every row knows its line. */
final class Table {
    private final Problems problems;
    private final List<String> columns;
    private final List<Row> rows = new ArrayList<>();

    private Table(List<String> columns, Problems problems) {
        this.columns = columns;
        this.problems = problems;
    }

    /** The rows of {@code text}; what is wrong with its shape is reported, and whole rows that repeat are left out. */
    static List<Row> read(String text, List<String> columns, Problems problems) {
        Table table = new Table(columns, problems);
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .skipEmptyLines(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(text)) {
            table.read(reader);
        } catch (CsvParseException | java.io.IOException e) {
            problems.error(1, 1, "the table cannot be read: " + e.getMessage(), "a quotation mark \" is missing");
        }
        return table.rows;
    }

    private void read(CsvReader<CsvRecord> reader) {
        List<String> header = null;
        Map<List<String>, Long> seen = new HashMap<>();
        for (CsvRecord found : reader) {
            List<String> fields = found.getFields().stream().map(String::strip).toList();
            int line = (int) found.getStartingLineNumber();
            if (header == null) {
                header = fields.stream()
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .toList();
                header(header, line);
            } else if (fields.stream().anyMatch(field -> !field.isEmpty())) {
                Long before = seen.putIfAbsent(fields, found.getStartingLineNumber());
                if (before == null) {
                    row(header, fields, line);
                } else {
                    problems.error(line, 1, "the row repeats line " + before, "remove one of them");
                }
            }
        }
        if (header == null) {
            problems.error(1, 1, "the table is empty", "begin it with " + String.join(",", columns));
        }
    }

    private void header(List<String> header, int line) {
        Set<String> seen = new HashSet<>();
        for (String name : header) {
            if (!columns.contains(name)) {
                problems.error(line, 1, "there is no column \"" + name + "\"", Nearest.advice(name, columns));
            } else if (!seen.add(name)) {
                problems.error(line, 1, "the column " + name + " stands twice", "remove one of them");
            }
        }
        for (String column : columns) {
            if (!seen.contains(column)) {
                problems.error(
                        line, 1, "the column " + column + " is missing", "begin with " + String.join(",", columns));
            }
        }
    }

    private void row(List<String> header, List<String> fields, int line) {
        if (fields.size() > header.size()) {
            String advice = "put a value with a comma in quotation marks";
            problems.error(
                    line, 1, "the row has " + fields.size() + " values for " + header.size() + " columns", advice);
            return;
        }
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < fields.size(); i++) {
            values.putIfAbsent(header.get(i), fields.get(i));
        }
        rows.add(new Row(line, values, problems));
    }
}
