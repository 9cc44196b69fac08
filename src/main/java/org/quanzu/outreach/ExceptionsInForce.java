package org.quanzu.outreach;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.quanzu.person.ProtectiveTransfers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The protective transfers in force, kept in memory so that no payment waits for them, and read again every second. */
final class ExceptionsInForce implements ProtectiveTransfers {
    private final Deliveries deliveries;
    private final InstantSource clock;
    private volatile Map<String, List<InForce>> byPerson = Map.of();

    ExceptionsInForce(Deliveries deliveries, InstantSource clock) {
        this.deliveries = deliveries;
        this.clock = clock;
    }

    private record InForce(String personId, String account, Instant until, Exception exception) {
        static InForce of(Delivery order) {
            JsonNode body = JsonMapper.shared().readTree(order.body());
            return new InForce(
                    order.personId(),
                    body.path("payee").path("account").asString(),
                    order.lapses(),
                    new Exception(
                            order.putAt(), new BigDecimal(body.path("amount").asString())));
        }
    }

    void refresh() {
        byPerson = deliveries.exceptions(clock.instant()).stream()
                .map(InForce::of)
                .collect(Collectors.groupingBy(InForce::personId));
    }

    @Override
    public Optional<Exception> find(String personId, String account, Instant now) {
        List<InForce> ofPerson = byPerson.getOrDefault(personId, List.of());
        if (ofPerson.isEmpty()) {
            return Optional.empty();
        }
        String same = Payee.sameAs(account);
        return ofPerson.stream()
                .filter(it ->
                        Payee.sameAs(it.account()).equals(same) && it.until().isAfter(now))
                .map(InForce::exception)
                .findFirst();
    }
}
