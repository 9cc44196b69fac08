package org.quanzu.desk.work;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A date at which a closed case is looked at again; {@code doneAt} is null until it was. */
public record FollowUp(int episode, Instant dueAt, @Nullable Instant doneAt) {}
