package org.quanzu.console;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.quanzu.console.cases.CasePage;
import org.quanzu.console.cases.CaseReader;
import org.quanzu.console.cases.CaseView;
import org.quanzu.console.cases.Unsaved;
import org.quanzu.console.orders.OrderFilter;
import org.quanzu.console.orders.OrderForm;
import org.quanzu.console.orders.OrderSheet;
import org.quanzu.console.orders.OrderSheet.Field;
import org.quanzu.console.orders.OrderSheet.Put;
import org.quanzu.console.orders.OrderView;
import org.quanzu.scoring.Text;

/** Orders of one case, one in every state. */
public class InMemoryOrders implements OrderView {
    static final UUID UNCERTAIN = UUID.fromString("00000000-0000-4000-8000-000000000011");
    static final UUID DEAD = UUID.fromString("00000000-0000-4000-8000-000000000012");
    private final Clock clock;
    private final List<String> deeds = new ArrayList<>();
    private String refusal = "";
    private boolean parallel;
    private boolean minor;

    InMemoryOrders(Clock clock) {
        this.clock = clock;
    }

    final synchronized void reset() {
        deeds.clear();
        refusal = "";
        parallel = Boolean.getBoolean("quanzu.now");
        minor = false;
    }

    /** What came in since the reset, in words. */
    final synchronized List<String> deeds() {
        return List.copyOf(deeds);
    }

    final synchronized void refuse(String message) {
        refusal = message;
    }

    final synchronized void showParallel() {
        parallel = true;
    }

    final synchronized void showMinor() {
        minor = true;
    }

    private Put order(UUID id, String kind, String state, Field... fields) {
        Instant now = clock.instant();
        boolean tried = !state.equals("PENDING");
        return new Put(
                id,
                "c-1",
                kind,
                state,
                kind.equals("MESSAGE") ? "quanzu" : "li",
                now.minusSeconds(90),
                tried ? 1 : 0,
                tried ? now.minusSeconds(80) : null,
                state.equals("DEAD") ? 422 : null,
                state.equals("DEAD") ? InMemoryDesk.HOSTILE : null,
                List.of(fields));
    }

    private static Field field(String name, String value) {
        return new Field(name, value, null);
    }

    private List<Put> all() {
        Instant paid = clock.instant().minusSeconds(130);
        return List.of(
                order(
                        UNCERTAIN,
                        "STOP_PAYMENT",
                        "UNCERTAIN",
                        field("payee.name", "张*"),
                        field("payee.bank", "ICBC"),
                        field("payee.account", "622****4455"),
                        field("amount", "86000.00"),
                        new Field("paidAt", paid.toString(), paid),
                        field("hours", "48")),
                order(DEAD, "VISIT", "DEAD", field("unit", "STATION"), field("task", InMemoryDesk.HOSTILE)),
                order(
                        UUID.fromString("00000000-0000-4000-8000-000000000013"),
                        "MESSAGE",
                        "SHOWN",
                        field("channel", "FLASH"),
                        field("language", "zh"),
                        field("text", "【反诈中心】正规贷款放款前不收取任何费用。"),
                        field("to.who", "PERSON"),
                        field("to.phone", "138****5678")));
    }

    @Override
    public synchronized OrderSheet of(CasePage page, CaseReader reader) {
        Instant now = clock.instant();
        boolean holding = page.holder() != null && page.holder().lease() != null;
        return new OrderSheet(
                all(),
                List.of(new OrderSheet.Exempt(
                        now.plusSeconds(3600),
                        List.of(field("payee.name", "李*"), field("amount", "100000.00"), field("kind", "unseen")))),
                List.of(
                        new OrderSheet.Told(
                                now.minusSeconds(80),
                                "MESSAGE",
                                new Text("【反诈中心】正规贷款放款前不收取任何费用。", "【反诈中心】正规贷款放款前不收取任何费用。"),
                                null),
                        new OrderSheet.Told(now.minusSeconds(86_400), "OUTCOME", null, "DENIES_UNVERIFIED")),
                holding ? offer(now) : null);
    }

    private OrderSheet.Offer offer(Instant now) {
        return new OrderSheet.Offer(
                List.of(
                        new OrderSheet.Step("CALL_PERSON", "VOICE", "DESK", now.minusSeconds(60), now, true),
                        new OrderSheet.Step("VISIT_PERSON", "IN_PERSON", "STATION", now.plusSeconds(1800), null, true),
                        new OrderSheet.Step("CONFIRM_HOLD", "BANK", "BANK", now.plusSeconds(7200), null, false)),
                List.of(
                        new OrderSheet.Payable(
                                "bank|t-1",
                                now.minusSeconds(130),
                                new Text("¥86,000.00", "¥86,000.00"),
                                false,
                                "622****4455",
                                "ICBC",
                                "张*",
                                1),
                        new OrderSheet.Payable(
                                "bank|t-2",
                                now.minusSeconds(900),
                                new Text("170000 JPY (8109.00 CNY)", "170000 JPY（8109.00元）"),
                                true,
                                null,
                                null,
                                null,
                                null)),
                new OrderSheet.Visit("STATION", 30, "See the person at home."),
                List.of(
                        new OrderSheet.Template("general", new Text("From the centre: hello", "【反诈中心】您好")),
                        new OrderSheet.Template("loan", new Text("From the centre: no lender", "【反诈中心】正规贷款"))),
                "loan",
                "FLASH",
                new OrderSheet.Reads(minor ? "GUARDIAN" : "PERSON", "138****5678", "zh"),
                new OrderSheet.Rest("ENOUGH_TODAY", now.plus(Duration.ofHours(18))),
                parallel);
    }

    @Override
    public synchronized void put(CaseView.Hold hold, Deed deed, OrderForm form) {
        check(hold, deed + " " + form);
    }

    @Override
    public synchronized void decide(CaseView.Hold hold, Verdict verdict) {
        check(hold, verdict.toString());
    }

    private void check(CaseView.Hold hold, String words) {
        if (!hold.lease().equals(InMemoryDesk.LEASE)) {
            throw Unsaved.leaseEnded(null);
        }
        note(hold.operator(), words);
    }

    @Override
    public synchronized void decide(Operator supervisor, Verdict verdict) {
        note(supervisor, verdict.toString());
    }

    private void note(Operator operator, String words) {
        if (!refusal.isEmpty()) {
            throw Unsaved.invalid(refusal);
        }
        deeds.add(operator.name() + " " + words);
    }

    @Override
    public List<Put> in(List<String> states, OrderFilter filter, int limit) {
        return all().stream()
                .filter(order -> states.contains(order.state()))
                .filter(order -> filter.kind() == null || filter.kind().equals(order.kind()))
                .toList();
    }
}
