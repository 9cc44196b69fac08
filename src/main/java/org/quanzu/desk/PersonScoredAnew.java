package org.quanzu.desk;

import org.quanzu.journal.consumer.DeliveredRecord;
import org.quanzu.scoring.Assessment;

/** The desk met a person who was scored again without an event; published inside its transaction. */
public record PersonScoredAnew(DeliveredRecord record, Assessment assessment) {}
