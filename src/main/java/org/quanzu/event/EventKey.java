package org.quanzu.event;

/** What identifies an event: its id is unique within its source. */
public record EventKey(String source, String eventId) {}
