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
    private static final char QUOTE = '"';

    private final List<String> lines;
    private final Problems problems;
    private final List<String> columns;
    private final List<Row> rows = new ArrayList<>();

    private Table(String text, List<String> columns, Problems problems) {
        lines = text.lines().toList();
        this.columns = columns;
        this.problems = problems;
    }

    /** The rows of {@code text}; what is wrong with its shape is reported, and whole rows that repeat are left out. */
    static List<Row> read(String text, List<String> columns, Problems problems) {
        Table table = new Table(text, columns, problems);
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
        if (header.size() == 1 && isSeparatedOtherwise(header.get(0))) {
            String advice = "save it as CSV with commas, from Excel as \"CSV UTF-8 (comma delimited)\"";
            problems.error(line, 1, "the columns are not separated by commas", advice);
            return;
        }
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

    private boolean isSeparatedOtherwise(String header) {
        return header.contains(columns.get(0)) && (header.indexOf(';') > 0 || header.indexOf('\t') > 0);
    }

    /** Where each value of a line begins, counted in characters from 1; of a row over several lines only the first. */
    private List<Integer> places(int line) {
        String text = line <= lines.size() ? lines.get(line - 1) : "";
        List<Integer> places = new ArrayList<>(List.of(1));
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            quoted ^= text.charAt(i) == QUOTE;
            if (text.charAt(i) == ',' && !quoted) {
                places.add(1 + text.codePointCount(0, i + 1));
            }
        }
        return places;
    }

    private void row(List<String> header, List<String> fields, int line) {
        if (fields.size() > header.size()) {
            String advice = "put a value with a comma in quotation marks";
            problems.error(
                    line, 1, "the row has " + fields.size() + " values for " + header.size() + " columns", advice);
            return;
        }
        Map<String, String> values = new HashMap<>();
        Map<String, Integer> places = new HashMap<>();
        List<Integer> found = places(line);
        for (int i = 0; i < fields.size(); i++) {
            values.putIfAbsent(header.get(i), fields.get(i));
            places.putIfAbsent(header.get(i), i < found.size() ? found.get(i) : 1);
        }
        rows.add(new Row(line, values, places, problems));
    }
}
