package org.quanzu.eventjson;

import java.util.List;
import java.util.function.BiFunction;
import org.quanzu.event.Event;
import org.quanzu.event.Header;

/** The types of events, by the word JSON has for each. */
public enum EventType {
    TRANSACTION("transaction", Shapes::transaction),
    TRANSACTION_STATUS("transaction_status", Shapes::transactionStatus),
    CALL("call", Shapes::call),
    MESSAGE("message", Shapes::message),
    APP_ACTIVITY("app_activity", Shapes::appActivity);

    static final Words<EventType> WORDS = Words.of(List.of(values()), EventType::word);

    private final String word;
    private final BiFunction<Header, Fields, Event> shape;

    EventType(String word, BiFunction<Header, Fields, Event> shape) {
        this.word = word;
        this.shape = shape;
    }

    public String word() {
        return word;
    }

    Event of(Header header, Fields fields) {
        return shape.apply(header, fields);
    }
}
