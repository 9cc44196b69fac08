package org.quanzu.eventjson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quanzu.event.CallEvent;
import org.quanzu.event.Counterparty;
import org.quanzu.event.Direction;
import org.quanzu.event.Event;
import org.quanzu.event.PersonRef;
import org.quanzu.event.Session;
import org.quanzu.event.TransactionEvent;
import org.quanzu.event.TransactionStatusEvent;

class EventReaderTest {
    private final EventReader reader = new EventReader(InstantSource.fixed(Instant.parse("2026-03-02T00:00:00Z")));

    private Event read(EventType type, Bodies body) {
        return reader.read(body.bytes(), type, "bank");
    }

    private List<Fault> faults(EventType type, Bodies body) {
        InvalidBody invalid = catchThrowableOfType(InvalidBody.class, () -> read(type, body));
        assertThat(invalid).as("refusal").isNotNull();
        return invalid.faults();
    }

    @Test
    void readsEveryFieldOfATransaction() {
        Event event = read(EventType.TRANSACTION, Bodies.of(EventType.TRANSACTION));

        assertThat(event)
                .isEqualTo(new TransactionEvent(
                        event.header(),
                        Direction.OUT,
                        new BigDecimal("16999.00"),
                        "CNY",
                        new Counterparty("62-7", Counterparty.Kind.PERSONAL, "B", "N"),
                        TransactionEvent.Purpose.TRANSFER,
                        TransactionEvent.Channel.MOBILE_APP,
                        TransactionEvent.Status.ATTEMPTED,
                        "保证金",
                        new BigDecimal("20000.50"),
                        new Session("d", true, false, true)));
        assertThat(event.header().source()).isEqualTo("bank");
        assertThat(event.occurredAt()).isEqualTo(OffsetDateTime.parse("2026-03-01T14:05:00+08:00"));
    }

    @ParameterizedTest
    @EnumSource
    void readsEveryTypeWithItsTypeGivenOrNot(EventType type) {
        Bodies named = Bodies.of(type).with("type", '"' + type.word() + '"');

        assertThat(reader.read(named.bytes(), "bank"))
                .isEqualTo(read(type, Bodies.of(type)))
                .isEqualTo(read(type, named));
    }

    @ParameterizedTest
    @CsvSource({
        "TRANSACTION, eventId",
        "TRANSACTION, occurredAt",
        "TRANSACTION, personId",
        "TRANSACTION, direction",
        "TRANSACTION, amount",
        "TRANSACTION, status",
        "TRANSACTION_STATUS, transactionId",
        "TRANSACTION_STATUS, status",
        "CALL, direction",
        "CALL, number",
        "CALL, state",
        "MESSAGE, direction",
        "MESSAGE, sender",
        "MESSAGE, channel",
        "APP_ACTIVITY, kind"
    })
    void namesARequiredFieldThatIsMissingOrNull(EventType type, String field) {
        List<Fault> missing = faults(type, Bodies.of(type).with(field, null));
        List<Fault> isNull = faults(type, Bodies.of(type).with(field, "null"));

        assertThat(missing).extracting(Fault::pointer).containsExactly("/" + field);
        assertThat(isNull).extracting(Fault::pointer).containsExactly("/" + field);
    }

    @ParameterizedTest
    @CsvSource({
        "TRANSACTION, counterparty",
        "TRANSACTION, counterparty/account",
        "TRANSACTION, counterparty/kind",
        "TRANSACTION, currency",
        "TRANSACTION, purpose",
        "TRANSACTION, channel",
        "TRANSACTION, memo",
        "TRANSACTION, balanceBefore",
        "TRANSACTION, session",
        "TRANSACTION, session/screenShared",
        "CALL, answered",
        "CALL, callId",
        "CALL, durationSeconds",
        "MESSAGE, themes",
        "MESSAGE, hasLink",
        "APP_ACTIVITY, subject",
        "APP_ACTIVITY, offStore"
    })
    void takesAnOptionalFieldThatIsNullAsUnknown(EventType type, String field) {
        Event event = read(type, Bodies.of(type).with(field, "null"));

        assertThat(event.type()).isEqualTo(type.word());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TRANSACTION|eventId|7|is a number",
                "TRANSACTION|eventId|\"  \"|is blank",
                "TRANSACTION|eventId|\"a\\u0000\"|control character",
                "TRANSACTION|eventId|\"\\ud800\"|broken character",
                "TRANSACTION|personId|[]|is an array",
                "TRANSACTION|personId|\"\"|is blank",
                "TRANSACTION|phone|\" \"|is blank",
                "TRANSACTION|occurredAt|1772345100|is a number; a time",
                "TRANSACTION|occurredAt|\"2026-03-01T14:05:00\"|has no offset",
                "TRANSACTION|occurredAt|\"2026-03-01\"|RFC 3339",
                "TRANSACTION|occurredAt|\"2026-02-30T14:05:00Z\"|exists",
                "TRANSACTION|occurredAt|\"2026-03-01T25:05:00Z\"|exists",
                "TRANSACTION|occurredAt|\"2026-03-01T14:05:00+99:00\"|exists",
                "TRANSACTION|occurredAt|\"2026-03-01T14:05:00.Z\"|decimals",
                "TRANSACTION|occurredAt|\"2026-03-01T14:05:00.1234567890Z\"|decimals",
                "TRANSACTION|occurredAt|\"2026-03-0١T14:05:00Z\"|RFC 3339",
                "TRANSACTION|occurredAt|\"2026-03-03T00:00:01Z\"|in the future",
                "TRANSACTION|occurredAt|\"9999-12-31T23:59:59Z\"|in the",
                "TRANSACTION|occurredAt|\"0001-01-01T00:00:00Z\"|year 1",
                "TRANSACTION|direction|\"out\"|allowed are IN, OUT",
                "TRANSACTION|direction|true|is true",
                "TRANSACTION|amount|16999.00|is a number; amounts are decimal strings such as \"16999.00\"",
                "TRANSACTION|amount|\"NaN\"|decimal strings",
                "TRANSACTION|amount|\"Infinity\"|decimal strings",
                "TRANSACTION|amount|\"1e5\"|without exponent",
                "TRANSACTION|amount|\"+5\"|decimal strings",
                "TRANSACTION|amount|\"1,000.00\"|decimal strings",
                "TRANSACTION|amount|\".5\"|decimal strings",
                "TRANSACTION|amount|\"5.\"|decimal strings",
                "TRANSACTION|amount|\"\"|is blank",
                "TRANSACTION|amount|\"٣\"|decimal strings",
                "TRANSACTION|amount|\"0.00\"|is zero",
                "TRANSACTION|amount|\"-5\"|is negative",
                "TRANSACTION|amount|\"0.00001\"|digits",
                "TRANSACTION|amount|\"999999999999999\"|digits",
                "TRANSACTION|amount|\"99999999999999999999999999999999999999999\"|characters",
                "TRANSACTION|currency|\"YUAN\"|ISO 4217",
                "TRANSACTION|status|\"DONE\"|allowed are ATTEMPTED, COMPLETED, FAILED, RETURNED",
                "TRANSACTION|purpose|\"TRANSFERS\"|\"TRANSFER\" was meant",
                "TRANSACTION|channel|\"APP\"|allowed are MOBILE_APP",
                "TRANSACTION|counterparty|\"62-7\"|is a text; an object",
                "TRANSACTION|counterparty/kind|\"PERSON\"|allowed are PERSONAL",
                "TRANSACTION|counterparty/account|\"\"|is blank",
                "TRANSACTION|counterparty/accout|\"6\"|\"account\" was meant",
                "TRANSACTION|balanceBefore|20000|is a number",
                "TRANSACTION|balanceBefore|\"-1\"|is negative",
                "TRANSACTION|session/callActive|\"true\"|is a text; true or false",
                "TRANSACTION|session/deviceId|\" \"|is blank",
                "TRANSACTION|memo|{}|is an object",
                "TRANSACTION|source|\"bank\"|comes from the API key",
                "TRANSACTION|ammount|\"5\"|\"amount\" was meant",
                "TRANSACTION|type|\"call\"|takes \"transaction\"",
                "TRANSACTION_STATUS|transactionId|\"\"|is blank",
                "CALL|number|13800000000|is a number; a text",
                "CALL|answered|1|is a number; true or false",
                "CALL|durationSeconds|-1|between 0 and",
                "CALL|durationSeconds|1.5|a whole number",
                "CALL|durationSeconds|1e2|a whole number",
                "CALL|durationSeconds|99999999999999999999|too large",
                "CALL|durationSeconds|\"95\"|is a text",
                "CALL|state|\"END\"|allowed are RINGING, ACTIVE, ENDED",
                "MESSAGE|themes|\"LOAN_OFFER\"|is a text; an array",
                "MESSAGE|channel|\"MMS\"|allowed are SMS, FLASH, CHAT",
                "APP_ACTIVITY|kind|\"INSTALL\"|allowed are INSTALLED"
            })
    void namesAFieldThatCannotBeAccepted(EventType type, String field, String json, String message) {
        List<Fault> faults = faults(type, Bodies.of(type).with(field, json));

        assertThat(faults).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).isEqualTo("/" + field);
            assertThat(fault.message()).contains(message);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "TRANSACTION, eventId, 129",
        "TRANSACTION, memo, 501",
        "TRANSACTION, counterparty/name, 129",
        "CALL, number, 65",
        "MESSAGE, sender, 129",
        "APP_ACTIVITY, subject, 254"
    })
    void namesAFieldThatIsTooLong(EventType type, String field, int length) {
        List<Fault> faults = faults(type, Bodies.of(type).with(field, '"' + "x".repeat(length) + '"'));

        assertThat(faults)
                .containsExactly(new Fault(
                        "/" + field, "has " + length + " characters; at most " + (length - 1) + " are allowed"));
    }

    @Test
    void namesTheThemeThatIsNoText() {
        Bodies body = Bodies.of(EventType.MESSAGE).with("themes", "[\"LOAN_OFFER\",7,\"\"]");

        assertThat(faults(EventType.MESSAGE, body))
                .extracting(Fault::pointer)
                .containsExactly("/themes/1", "/themes/2");
    }

    @Test
    void tellsAllFaultsTogether() {
        Bodies body = Bodies.of(EventType.TRANSACTION)
                .with("eventId", "\"\"")
                .with("amount", "\"-1\"")
                .with("currency", "\"?\"")
                .with("counterparty/account", "7")
                .with("memo", '"' + "x".repeat(600) + '"')
                .with("status", null)
                .with("colour", "\"red\"")
                .with("occurredAt", "\"yesterday\"");

        assertThat(faults(EventType.TRANSACTION, body))
                .extracting(Fault::pointer)
                .containsExactlyInAnyOrder(
                        "/eventId",
                        "/amount",
                        "/currency",
                        "/counterparty/account",
                        "/memo",
                        "/status",
                        "/colour",
                        "/occurredAt");
    }

    @Test
    void neverRepeatsWhatIsPersonal() {
        Bodies body = Bodies.of(EventType.TRANSACTION)
                .with("memo", '"' + "secret".repeat(100) + '"')
                .with("phone", '"' + "secret".repeat(100) + '"')
                .with("account", '"' + "secret".repeat(100) + '"')
                .with("counterparty/name", '"' + "secret".repeat(100) + '"');

        assertThat(faults(EventType.TRANSACTION, body))
                .hasSize(4)
                .noneMatch(fault -> fault.message().contains("secret"));
    }

    @Test
    void cutsAValueItRepeats() {
        Bodies body = Bodies.of(EventType.TRANSACTION).with("direction", '"' + "X".repeat(500) + '"');

        assertThat(faults(EventType.TRANSACTION, body))
                .singleElement()
                .satisfies(fault -> assertThat(fault.message()).hasSizeLessThan(110));
    }

    @ParameterizedTest
    @CsvSource({"p-1, 138, 62-8, p-1,,", ", 138, 62-8,,, 62-8", ", 138,,, 138,"})
    void namesThePersonByTheSurestOfWhatIsGiven(
            String personId, String phone, String account, String byId, String byPhone, String byAccount) {
        Bodies body = Bodies.of(EventType.CALL)
                .with("personId", personId == null ? "null" : '"' + personId + '"')
                .with("phone", phone == null ? "null" : '"' + phone + '"')
                .with("account", account == null ? "null" : '"' + account + '"');

        assertThat(read(EventType.CALL, body).header().person()).isEqualTo(new PersonRef(byId, byPhone, byAccount));
    }

    @Test
    void takesTheEventIdWhereACallHasNoIdOfItsOwn() {
        Event event = read(EventType.CALL, Bodies.of(EventType.CALL).with("callId", null));

        assertThat(((CallEvent) event).callId()).isEqualTo("c-1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-01T06:05:00Z",
                "2026-03-01t06:05:00z",
                "2026-03-01T06:05:00.000000000Z",
                "2026-03-01T14:05:00.0+08:00",
                "2026-03-01T02:35:00-03:30"
            })
    void readsTheSpellingsOfATime(String time) {
        Event event = read(EventType.CALL, Bodies.of(EventType.CALL).with("occurredAt", '"' + time + '"'));

        assertThat(event.occurredAt().toInstant()).isEqualTo(Instant.parse("2026-03-01T06:05:00Z"));
    }

    @Test
    void takesTheTransactionOfAStatusFromTheAddress() {
        Bodies body = Bodies.of(EventType.TRANSACTION_STATUS);

        Event without = reader.readStatus(body.with("transactionId", null).bytes(), "t-9", "bank");
        InvalidBody other = catchThrowableOfType(
                InvalidBody.class,
                () -> reader.readStatus(body.with("transactionId", "\"t-1\"").bytes(), "t-9", "bank"));

        assertThat(((TransactionStatusEvent) without).transactionId()).isEqualTo("t-9");
        assertThat(other.faults()).extracting(Fault::pointer).containsExactly("/transactionId");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "7", "\"transactoin\""})
    void namesATypeItDoesNotKnow(String type) {
        byte[] body = Bodies.of(EventType.TRANSACTION)
                .with("type", type)
                .with("eventId", null)
                .bytes();

        InvalidBody invalid = catchThrowableOfType(InvalidBody.class, () -> reader.read(body, "bank"));

        assertThat(invalid.faults()).extracting(Fault::pointer).containsExactly("/type", "/eventId");
    }

    @ParameterizedTest
    @CsvSource({
        "phone, N/A",
        "phone, 0",
        "phone, -1",
        "phone, anonymous",
        "phone, +86",
        "phone, 138****8000",
        "account, N/A",
        "account, 0000 0000",
        "account, unknown"
    })
    void letsNoStandInNameThePerson(String field, String value) {
        Bodies body = Bodies.of(EventType.CALL).with("personId", null).with(field, '"' + value + '"');

        assertThat(faults(EventType.CALL, body)).extracting(Fault::pointer).containsExactly("/" + field);
    }

    @Test
    void takesTheNameThatIsOneWhereTheOtherIsAStandIn() {
        Bodies body = Bodies.of(EventType.CALL)
                .with("personId", null)
                .with("account", "\"N/A\"")
                .with("phone", "\"138 0013 8000\"");

        assertThat(read(EventType.CALL, body).header().person()).isEqualTo(new PersonRef(null, "138 0013 8000", null));
    }

    @ParameterizedTest
    @CsvSource({
        "TRANSACTION, eventId, .",
        "TRANSACTION, eventId, ..",
        "TRANSACTION, eventId, a\\u0000b",
        "TRANSACTION, personId, a\\nb",
        "TRANSACTION, personId, a\\u2028b",
        "CALL, callId, ..",
        "TRANSACTION_STATUS, transactionId, a\\tb"
    })
    void refusesAnIdThatCannotStandInAnAddress(EventType type, String field, String id) {
        assertThat(faults(type, Bodies.of(type).with(field, '"' + id + '"')))
                .extracting(Fault::pointer)
                .containsExactly("/" + field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+//+IHBlcnNvbiAx", "t/1;2%3", "a\\\\b", "案件 7", "//", "a?b#c"})
    void takesIdsAsOtherSystemsMakeThem(String id) {
        Bodies body = Bodies.of(EventType.TRANSACTION).with("eventId", '"' + id + '"');

        assertThat(read(EventType.TRANSACTION, body).header().eventId()).isEqualTo(id.replace("\\\\", "\\"));
    }

    @Test
    void takesAMemoWithALineBreak() {
        Bodies body = Bodies.of(EventType.TRANSACTION).with("memo", "\"贷款\\r\\n\\u202e解冻\"");

        TransactionEvent payment = (TransactionEvent) read(EventType.TRANSACTION, body);

        assertThat(payment.memo()).isEqualTo("贷款\r\n\u202e解冻");
        assertThat(payment.memoForm()).isEqualTo("贷款解冻");
    }

    @ParameterizedTest
    @CsvSource({
        "+86110, 110",
        "8696110, 96110",
        "0086 95588, 95588",
        "+8610110, 10110",
        "+86 138 0013 8000, +86 138 0013 8000",
        "0095588, 0095588"
    })
    void takesTheCountryCodeOffCodesOfASourceThatAlwaysWritesIt(String written, String number) {
        EventReader always =
                new EventReader(InstantSource.fixed(Instant.parse("2026-03-02T00:00:00Z")), "CNY", Set.of("net"));
        byte[] body =
                Bodies.of(EventType.CALL).with("number", '"' + written + '"').bytes();

        assertThat(((CallEvent) always.read(body, EventType.CALL, "net")).number())
                .isEqualTo(number);
        assertThat(((CallEvent) always.read(body, EventType.CALL, "bank")).number())
                .isEqualTo(written);
    }
}
