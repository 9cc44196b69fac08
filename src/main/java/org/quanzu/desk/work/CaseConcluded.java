package org.quanzu.desk.work;

import org.quanzu.desk.Case;

/** An outcome was recorded for a case as it was before; published inside the transaction that keeps it. */
public record CaseConcluded(Case subject, Outcome outcome) {}
