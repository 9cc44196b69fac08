package org.quanzu.desk.work;

import java.time.Instant;

/** What came of an episode, as an operator reported it; {@code closes}: the case was closed with it. */
public record Outcome(int episode, Report report, String operator, Instant at, boolean closes) {}
