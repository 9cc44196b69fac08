package org.quanzu.desk.board;

import java.time.Instant;

/** A case offered to an operator or a unit since a moment, not answered yet. */
public record OpenOffer(String caseId, String from, String to, Instant since) {}
