package org.quanzu.desk.board;

import java.time.Instant;

/** A case in the hands of an operator since a moment. */
public record AtWork(
        String operator, String caseId, String level, String family, String unit, Instant since, Instant until) {}
