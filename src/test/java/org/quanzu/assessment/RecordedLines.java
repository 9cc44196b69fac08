package org.quanzu.assessment;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.quanzu.scoring.Assessment;

/** Answers as lines of text: one for each that found something, one for all others of a person and day; each with a hash. */
final class RecordedLines {
    private static final int SHOWN = 16;
    private final List<String> lines = new ArrayList<>();

    List<String> all() {
        return lines;
    }

    void addAll(String who, List<Assessment> assessments) {
        Map<LocalDate, List<Assessment>> days = new LinkedHashMap<>();
        for (Assessment one : assessments) {
            days.computeIfAbsent(one.occurredAt().toLocalDate(), none -> new ArrayList<>())
                    .add(one);
        }
        days.forEach((day, ofDay) -> {
            List<Assessment> quiet =
                    ofDay.stream().filter(RecordedLines::isQuiet).toList();
            if (!quiet.isEmpty()) {
                lines.add(who + " " + day + " NONE x" + quiet.size() + " " + hash(quiet));
            }
            ofDay.stream().filter(one -> !isQuiet(one)).forEach(one -> lines.add(line(who, one)));
        });
    }

    private static boolean isQuiet(Assessment one) {
        return one.reasons().isEmpty()
                && one.experimental().isEmpty()
                && one.level().equals("NONE");
    }

    private static String line(String who, Assessment one) {
        String rules = one.reasons().stream()
                .map(reason -> reason.rule() + (reason.points() < 0 ? "" : "+") + reason.points())
                .collect(Collectors.joining(" "));
        String tried = one.experimental().isEmpty() ? "" : " tried " + String.join(" ", one.experimental());
        return who + " " + one.occurredAt() + " " + one.eventId() + " " + one.level() + " " + one.decision() + " "
                + one.family() + " " + one.score() + " " + one.amountAtRisk() + " " + rules + tried + " "
                + hash(List.of(one));
    }

    private static String hash(List<Assessment> assessments) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (Assessment one : assessments) {
            bytes.writeBytes(AssessmentJson.write(one));
            bytes.write('\n');
        }
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
            return HexFormat.of().formatHex(hash).substring(0, SHOWN);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing", e);
        }
    }
}
