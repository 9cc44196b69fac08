package org.quanzu.assessment;

import java.time.Instant;
import org.quanzu.scoring.Assessment;

/** A person was scored again without an event; published inside the transaction that keeps it. */
public record PersonRevised(Assessment assessment, Instant at) {}
