package org.quanzu.desk.shift;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A roster as it is pasted: rows of {@code operator,unit,from,until}, with every problem of every row. */
public record Roster(List<Row> rows, List<Problem> problems) {
    public static final List<String> COLUMNS = List.of("operator", "unit", "from", "until");
    private static final int MOST_ROWS = 5_000;

    public Roster {
        rows = List.copyOf(rows);
        problems = List.copyOf(problems);
    }

    /** A row as it was written. */
    public record Row(int line, String operator, String unit, String from, String until) {}

    /** What is wrong in a line; {@code value} is what stands there, or should. */
    public record Problem(int line, What what, String value) {

        /** The kinds of mistakes. */
        public enum What {
            UNREADABLE,
            HEADER,
            NO_ROWS,
            TOO_MANY_ROWS,
            FIELDS,
            OPERATOR,
            UNIT,
            FROM,
            UNTIL,
            ORDER,
            LENGTH,
            OVERLAP
        }
    }

    /** Reads the shape of {@code text}; whether it can be so is for {@link Rostering}. */
    public static Roster read(String text) {
        List<CsvRecord> records = new ArrayList<>();
        String plain = text.startsWith("\ufeff") ? text.substring(1) : text;
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .skipEmptyLines(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(plain)) {
            reader.forEach(records::add);
        } catch (CsvParseException | IOException e) {
            return refused(1, Problem.What.UNREADABLE, "\"");
        }
        return records.isEmpty() ? refused(1, Problem.What.HEADER, String.join(",", COLUMNS)) : read(records);
    }

    private static Roster refused(int line, Problem.What what, String value) {
        return new Roster(List.of(), List.of(new Problem(line, what, value)));
    }

    private static Roster read(List<CsvRecord> records) {
        List<String> header = fields(records.get(0)).stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .toList();
        if (header.size() != COLUMNS.size() || !header.containsAll(COLUMNS)) {
            return refused(line(records.get(0)), Problem.What.HEADER, String.join(",", COLUMNS));
        }
        if (records.size() == 1) {
            return refused(line(records.get(0)), Problem.What.NO_ROWS, "");
        }
        if (records.size() > MOST_ROWS + 1) {
            return refused(line(records.get(MOST_ROWS + 1)), Problem.What.TOO_MANY_ROWS, String.valueOf(MOST_ROWS));
        }
        List<Row> rows = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (CsvRecord found : records.subList(1, records.size())) {
            List<String> fields = fields(found);
            if (fields.size() == header.size()) {
                rows.add(row(line(found), header, fields));
            } else {
                problems.add(new Problem(line(found), Problem.What.FIELDS, String.valueOf(fields.size())));
            }
        }
        return new Roster(rows, problems);
    }

    private static List<String> fields(CsvRecord found) {
        return found.getFields().stream().map(String::strip).toList();
    }

    private static int line(CsvRecord found) {
        return (int) found.getStartingLineNumber();
    }

    private static Row row(int line, List<String> header, List<String> fields) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < fields.size(); i++) {
            values.put(header.get(i), fields.get(i));
        }
        return new Row(
                line,
                values.getOrDefault("operator", ""),
                values.getOrDefault("unit", ""),
                values.getOrDefault("from", ""),
                values.getOrDefault("until", ""));
    }
}
