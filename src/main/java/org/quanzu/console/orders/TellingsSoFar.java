package org.quanzu.console.orders;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.quanzu.console.Language;
import org.quanzu.console.Rulebook;
import org.quanzu.console.cases.CasePage;
import org.quanzu.console.cases.MomentSource;
import org.quanzu.console.orders.OrderSheet.Told;
import org.quanzu.desk.Case;
import org.quanzu.outreach.Delivery;
import org.quanzu.outreach.Delivery.State;
import org.quanzu.outreach.Order;
import org.quanzu.outreach.Outbox;
import org.quanzu.scoring.Text;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What the person was told before: messages that went out, visits that were ordered, and what came of it. */
@Component
class TellingsSoFar implements MomentSource {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int MOST = 12;
    private final Outbox outbox;
    private final Rulebook rulebook;
    private final MessageSource messages;

    TellingsSoFar(Outbox outbox, Rulebook rulebook, MessageSource messages) {
        this.outbox = outbox;
        this.rulebook = rulebook;
        this.messages = messages;
    }

    @Override
    public List<CasePage.Moment> of(Case subject) {
        return told(outbox.ofCase(subject.caseId()))
                .map(told -> new CasePage.Moment(told.at(), "TOLD", Objects.requireNonNull(told.text()), false))
                .toList();
    }

    /** With the outcomes of all episodes, the latest first. */
    List<Told> of(CasePage page, List<Delivery> orders) {
        return Stream.concat(
                        told(orders),
                        page.outcomes().stream()
                                .map(outcome -> new Told(outcome.at(), "OUTCOME", null, outcome.finding())))
                .sorted(Comparator.comparing(Told::at).reversed())
                .limit(MOST)
                .toList();
    }

    private Stream<Told> told(List<Delivery> orders) {
        return orders.stream()
                .filter(order -> order.state() == State.SENT || order.state() == State.SHOWN)
                .filter(order -> order.kind() == Order.Kind.MESSAGE || order.kind() == Order.Kind.VISIT)
                .map(this::told);
    }

    private Told told(Delivery order) {
        Instant at = Objects.requireNonNullElse(order.triedAt(), order.putAt());
        var body = JSON.readTree(order.body());
        if (order.kind() == Order.Kind.MESSAGE) {
            String text = body.path("text").asString("");
            return new Told(at, "MESSAGE", new Text(text, text), null);
        }
        String unit = body.path("unit").asString("");
        return new Told(at, "VISIT", new Text(visit(unit, Language.EN), visit(unit, Language.ZH)), null);
    }

    private String visit(String unit, Language language) {
        Object[] name = {rulebook.unit(unit, language)};
        return messages.getMessage("told.visit", name, language.locale());
    }
}
