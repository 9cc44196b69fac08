package org.quanzu.platform;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Turns the failures this product foresees into a sentence and a line of advice instead of a stack trace. */
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class StartFailureAnalyzer implements FailureAnalyzer {

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        return Stream.<Function<Throwable, Optional<FailureAnalysis>>>of(
                        StartFailureAnalyzer::own, StartFailureAnalyzer::portInUse, StartFailureAnalyzer::unfitSetting)
                .flatMap(explain -> causes(failure).map(explain))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(null);
    }

    private static Optional<FailureAnalysis> own(Throwable cause) {
        return Optional.ofNullable(cause.getMessage())
                .filter(message -> cause.getClass().getName().startsWith("org.quanzu."))
                .flatMap(message -> withAdvice(message, cause));
    }

    private static Optional<FailureAnalysis> portInUse(Throwable cause) {
        if (!(cause instanceof PortInUseException used)) {
            return Optional.empty();
        }
        var advice = "Maybe another Quanzu is running; choose another port with --server.port=" + (used.getPort() + 1);
        return Optional.of(new FailureAnalysis("Port " + used.getPort() + " is already in use", advice, cause));
    }

    private static Optional<FailureAnalysis> unfitSetting(Throwable cause) {
        if (!(cause instanceof BindException bind) || bind.getProperty() == null) {
            return Optional.empty();
        }
        var property = bind.getProperty();
        var sentence = "The setting " + property.getName() + " is \"" + property.getValue() + "\", which does not fit";
        var advice = "Maybe see src/docs/operations.md for what it takes";
        return Optional.of(new FailureAnalysis(sentence, advice, cause));
    }

    private static Optional<FailureAnalysis> withAdvice(String message, Throwable cause) {
        var lines = message.strip().split("\n");
        var advice = lines[lines.length - 1];
        if (lines.length < 2 || !advice.startsWith("Maybe ")) {
            return Optional.empty();
        }
        var description = String.join("\n", Arrays.copyOf(lines, lines.length - 1));
        return Optional.of(new FailureAnalysis(description, advice, cause));
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(50);
    }
}
