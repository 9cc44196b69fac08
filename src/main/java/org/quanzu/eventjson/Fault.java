package org.quanzu.eventjson;

/** What is wrong with one field; {@code pointer} is its JSON Pointer (RFC 6901) within the body. */
public record Fault(String pointer, String message) {}
