package org.quanzu.desk.label;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quanzu.desk.label.Label.Origin;

/**
 * What the labels of an episode say together. Where desk and bank contradict each other it is unknown and disputed; one
 * genuine payment does not make up for another that was a scam.
 */
record Opinion(Verdict verdict, boolean disputed, @Nullable String family, Instant at) {

    /** Null when there is no label. */
    static @Nullable Opinion of(List<Label> labels) {
        if (labels.isEmpty()) {
            return null;
        }
        Verdict desk = ofAll(labels, Origin.DESK);
        Verdict bank = ofAll(labels, Origin.BANK);
        boolean disputed = desk.isKnown() && bank.isKnown() && desk != bank;
        Verdict verdict = disputed ? Verdict.UNKNOWN : desk.isKnown() ? desk : bank;
        Instant latest =
                labels.stream().map(Label::at).max(Comparator.naturalOrder()).orElseThrow();
        return new Opinion(verdict, disputed, verdict == Verdict.SCAM ? family(labels) : null, latest);
    }

    /** A scam if there is any, for an episode holds many payments. */
    private static Verdict ofAll(List<Label> labels, Origin origin) {
        return labels.stream()
                .filter(label -> label.isOf(origin))
                .map(Label::verdict)
                .min(Comparator.naturalOrder())
                .orElse(Verdict.UNKNOWN);
    }

    /** The desk has talked with the person, so its word comes first. */
    private static @Nullable String family(List<Label> labels) {
        return labels.stream()
                .filter(label -> label.verdict() == Verdict.SCAM)
                .sorted(Comparator.comparing(label -> label.name().origin()))
                .map(Label::family)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
