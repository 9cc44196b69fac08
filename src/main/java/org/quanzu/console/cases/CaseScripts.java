package org.quanzu.console.cases;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quanzu.console.Language;
import org.quanzu.console.Rulebook;
import org.quanzu.console.Times;
import org.quanzu.desk.Case;
import org.quanzu.desk.timeline.Amount;
import org.quanzu.desk.timeline.Latest;
import org.quanzu.desk.timeline.Moment;
import org.quanzu.desk.timeline.Timeline;
import org.quanzu.rules.RuleSets;
import org.quanzu.scoring.Text;
import org.springframework.stereotype.Component;

/** What to say, with the facts of the case in place of the placeholders; an unknown one becomes an ellipsis. */
@Component
class CaseScripts {
    private static final String GENERAL = "general";
    private static final String UNKNOWN = "…";
    private static final String YUAN = "元";
    private static final int MINUTE = 60;

    private final RuleSets ruleSets;
    private final Rulebook rulebook;
    private final Times times;

    CaseScripts(RuleSets ruleSets, Rulebook rulebook, Times times) {
        this.ruleSets = ruleSets;
        this.rulebook = rulebook;
        this.times = times;
    }

    String of(Case subject, Timeline timeline, Language language) {
        Map<String, Text> scripts = ruleSets.current().scripts();
        Text script = Optional.ofNullable(scripts.get(name(subject, timeline.latest())))
                .or(() -> Optional.ofNullable(scripts.get(GENERAL)))
                .orElse(new Text("", ""));
        String filled = language.of(script);
        for (Map.Entry<String, String> money :
                amounts(subject, timeline, language).entrySet()) {
            String placeholder = "{" + money.getKey() + "}";
            filled = filled.replace(placeholder + YUAN, money.getValue()).replace(placeholder, money.getValue());
        }
        for (Map.Entry<String, String> fact : facts(subject, timeline, language).entrySet()) {
            filled = filled.replace("{" + fact.getKey() + "}", fact.getValue());
        }
        return filled;
    }

    private static String name(Case subject, @Nullable Latest latest) {
        return latest == null
                ? subject.family()
                : latest.plan().stream()
                        .map(Latest.Step::script)
                        .filter(script -> script != null && !script.isEmpty())
                        .findFirst()
                        .orElse(subject.family());
    }

    private Map<String, String> facts(Case subject, Timeline timeline, Language language) {
        Map<String, String> facts = new HashMap<>();
        facts.put("level", rulebook.level(subject.level(), language));
        facts.put("family", rulebook.family(subject.family(), language));
        Moment payment = last(timeline.moments(), "transaction");
        facts.put("payment.time", payment == null ? UNKNOWN : time(payment, language));
        Moment call = last(timeline.moments(), "call");
        facts.put("call.minutes", call == null ? UNKNOWN : minutes(call, timeline.latest()));
        facts.put("call.time", call == null ? UNKNOWN : time(call, language));
        return facts;
    }

    /** With their currency, so that a 元 behind the placeholder is not said twice, nor of another currency. */
    private Map<String, String> amounts(Case subject, Timeline timeline, Language language) {
        String home = ruleSets.current().watchlists().rates().home();
        Moment payment = last(timeline.moments(), "transaction");
        Moment.Money money = payment == null ? null : payment.money();
        return Map.of(
                "amountAtRisk",
                language.of(AmountWords.of(new Amount(subject.amountAtRisk(), home, subject.amountAtRisk(), home))),
                "payment.amount",
                money == null ? UNKNOWN : language.of(AmountWords.of(money.paid())));
    }

    private static @Nullable Moment last(List<Moment> moments, String type) {
        return moments.stream()
                .filter(moment -> moment.type().equals(type) && moment.evidence())
                .reduce((earlier, later) -> later)
                .orElse(null);
    }

    private String time(Moment moment, Language language) {
        return times.at(moment.at().toInstant(), language.locale());
    }

    /** A call in progress has lasted until the latest warning. */
    private static String minutes(Moment call, @Nullable Latest latest) {
        Integer seconds = call.seconds();
        if (seconds != null) {
            return Objects.toString(seconds / MINUTE);
        }
        return latest == null
                ? UNKNOWN
                : Objects.toString(Math.max(
                        0, Duration.between(call.at(), latest.occurredAt()).toMinutes()));
    }
}
