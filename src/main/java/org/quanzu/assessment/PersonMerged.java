package org.quanzu.assessment;

import java.time.Instant;

/** A provisional person turned out to be another one; published inside the transaction that joins them. */
public record PersonMerged(String from, String into, Instant at) {}
