package org.quanzu.console.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quanzu.console.Times;
import org.quanzu.console.cases.Unsaved;
import org.quanzu.console.orders.OrderView.Deed;
import org.quanzu.desk.timeline.Amount;
import org.quanzu.desk.timeline.Payment;
import org.quanzu.outreach.Order;
import org.quanzu.outreach.cases.CaseOrders.Wish;
import org.quanzu.testkit.SettableClock;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.support.StaticMessageSource;

class OrderWishesTest {
    private static final Instant NOW = Instant.parse("2026-03-02T05:00:00Z");
    private static final UUID ID = UUID.fromString("00000000-0000-4000-8000-000000000077");
    private static final List<Payment> PAYMENTS = List.of(
            new Payment("bank|t-1", NOW, yuan("5000"), "6222 0201", "ICBC", "Zhang San", true, false),
            new Payment("bank|t-2", NOW, yuan("300"), "6222 0202", null, null, true, false));
    private static final Map<String, String> FINE = Map.ofEntries(
            Map.entry("order", ID.toString()),
            Map.entry("payment", "bank|t-1"),
            Map.entry("payeeName", "Li Si"),
            Map.entry("payeeBank", "CCB"),
            Map.entry("payeeAccount", "6217 0001"),
            Map.entry("amount", "100,000"),
            Map.entry("purpose", "to the spouse"),
            Map.entry("hours", "24"),
            Map.entry("basis", "document 7"),
            Map.entry("until", "2026-04-01"),
            Map.entry("report", "R-1"),
            Map.entry("unit", "STATION"),
            Map.entry("minutes", "30"),
            Map.entry("task", " See the person "),
            Map.entry("template", "loan"),
            Map.entry("spoken", ""),
            Map.entry("by", "SMS"));

    private final OrderWishes wishes = new OrderWishes(times(), new SettableClock(NOW));

    private static Amount yuan(String amount) {
        return new Amount(new BigDecimal(amount), "CNY", new BigDecimal(amount), "CNY");
    }

    @Test
    void namesTheCurrencyOfAPaymentThatIsNotInTheHomeCurrency() {
        Amount yen = new Amount(new BigDecimal("170000"), "JPY", new BigDecimal("8109"), "CNY");
        Payment foreign = new Payment("bank|t-1", NOW, yen, "6222 0201", "ICBC", "Zhang San", true, false);

        assertThat(stop(foreign).currency()).isEqualTo("JPY");
        assertThat(stop(foreign).amount()).isEqualByComparingTo("170000");
        assertThat(stop(PAYMENTS.get(0)).currency()).isNull();
    }

    private Order.StopPayment stop(Payment payment) {
        return (Order.StopPayment) wishes.of(Deed.STOP_PAYMENT, form("payment", "bank|t-1"), List.of(payment))
                .get(0)
                .order()
                .apply(Someone.CASE);
    }

    private static Times times() {
        try (var context = new AnnotationConfigApplicationContext()) {
            context.registerBean("messageSource", StaticMessageSource.class);
            context.register(Times.class);
            context.refresh();
            return context.getBean(Times.class);
        }
    }

    private static OrderForm form(String name, @Nullable String value) {
        Map<String, String> fields = new HashMap<>(FINE);
        fields.put(name, value);
        try {
            Object[] values = Arrays.stream(OrderForm.class.getRecordComponents())
                    .map(RecordComponent::getName)
                    .map(fields::get)
                    .toArray();
            return (OrderForm) OrderForm.class.getDeclaredConstructors()[0].newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> orders(Deed deed, String field, @Nullable String value) {
        return wishes.of(deed, form(field, value), PAYMENTS).stream()
                .map(wish -> wish.order().apply(Someone.CASE))
                .map(Shown::words)
                .toList();
    }

    @Test
    void takesThePayeeFromThePaymentWhateverWasTyped() {
        assertThat(orders(Deed.STOP_PAYMENT, "payment", "bank|t-1"))
                .containsExactly("STOP_PAYMENT c-1 p-1 Zhang San ICBC 62220201 5000 2026-03-02T05:00:00Z");
        assertThat(orders(Deed.FREEZE, "payment", "bank|t-1"))
                .containsExactly("FREEZE c-1 p-1 Zhang San ICBC 62220201 document 7 2026-04-01T15:59:00Z");
    }

    @Test
    void completesWhatThePaymentDoesNotSay() {
        assertThat(orders(Deed.STOP_PAYMENT, "payment", "bank|t-2"))
                .containsExactly("STOP_PAYMENT c-1 p-1 Li Si CCB 62220202 300 2026-03-02T05:00:00Z");
    }

    @Test
    void makesTheOtherOrders() {
        assertThat(orders(Deed.THREE_PARTY_CALL, "report", "R-1")).containsExactly("THREE_PARTY_CALL c-1 p-1 R-1");
        assertThat(orders(Deed.VISIT, "unit", "COMMUNITY"))
                .containsExactly("VISIT c-1 p-1 COMMUNITY PT30M See the person");
        assertThat(orders(Deed.MESSAGE, "spoken", "en")).containsExactly("MESSAGE c-1 p-1 RED SMS loan en");
        assertThat(orders(Deed.MESSAGE, "spoken", "")).containsExactly("MESSAGE c-1 p-1 RED SMS loan null");
        assertThat(orders(Deed.PROTECTIVE_TRANSFER, "hours", "24"))
                .containsExactly(
                        "PROTECTIVE_TRANSFER c-1 p-1 Li Si CCB 62170001 100000 to the spouse 2026-03-03T05:00:00Z");
    }

    @Test
    void givesTheTwoOrdersOfOneFormIdsThatStayTheSame() {
        List<UUID> first = wishes.of(Deed.BOTH, form("by", "SMS"), PAYMENTS).stream()
                .map(Wish::id)
                .toList();
        List<UUID> again = wishes.of(Deed.BOTH, form("by", "SMS"), PAYMENTS).stream()
                .map(Wish::id)
                .toList();

        assertThat(first).hasSize(2).doesNotHaveDuplicates().startsWith(ID).isEqualTo(again);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "STOP_PAYMENT, payment, null, order.payment-missing",
                "STOP_PAYMENT, payment, bank|t-9, order.payment-missing",
                "STOP_PAYMENT, order, null, order.form-old",
                "STOP_PAYMENT, order, 7, order.form-old",
                "FREEZE, basis, ' ', order.basis-missing",
                "FREEZE, until, tomorrow, order.until-wrong",
                "FREEZE, until, null, order.until-wrong",
                "THREE_PARTY_CALL, report, '', order.report-missing",
                "VISIT, unit, ARMY, order.unit-missing",
                "VISIT, minutes, 0, order.minutes-wrong",
                "VISIT, minutes, 1441, order.minutes-wrong",
                "VISIT, minutes, soon, order.minutes-wrong",
                "VISIT, task, '', order.task-missing",
                "MESSAGE, template, '', order.template-missing",
                "MESSAGE, by, null, order.channel-missing",
                "PROTECTIVE_TRANSFER, hours, 25, order.hours-wrong",
                "PROTECTIVE_TRANSFER, amount, '', order.amount-missing",
                "PROTECTIVE_TRANSFER, amount, '¥', order.amount-missing",
                "PROTECTIVE_TRANSFER, amount, much, outcome.amount-wrong",
                "PROTECTIVE_TRANSFER, payeeBank, ' ', order.payee-missing",
                "PROTECTIVE_TRANSFER, purpose, null, order.purpose-missing",
                "BOTH, template, '', order.template-missing"
            })
    void saysWhatIsMissingOrWrong(Deed deed, String field, @Nullable String value, String message) {
        assertThatThrownBy(() -> wishes.of(deed, form(field, value), PAYMENTS))
                .asInstanceOf(type(Unsaved.class))
                .returns(message, Unsaved::detail);
    }

    @Test
    void wantsThePayeeCompleteWhenThePaymentIsNot() {
        OrderForm form = form("payeeName", "");
        List<Payment> nameless = List.of(as("bank|t-1", PAYMENTS.get(1)));

        assertThatThrownBy(() -> wishes.of(Deed.STOP_PAYMENT, form, nameless))
                .asInstanceOf(type(Unsaved.class))
                .returns("order.payee-missing", Unsaved::detail);
    }

    private static Payment as(String id, Payment payment) {
        return new Payment(
                id,
                payment.at(),
                payment.money(),
                payment.account(),
                payment.bank(),
                payment.name(),
                payment.evidence(),
                payment.probableDouble());
    }

    @Test
    void refusesWordsNobodyReads() {
        assertThatThrownBy(() -> wishes.of(Deed.VISIT, form("task", "x".repeat(1001)), PAYMENTS))
                .asInstanceOf(type(Unsaved.class))
                .returns("order.too-long", Unsaved::detail);
    }
}
