package org.quanzu.person.link;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.quanzu.person.Alias;

/** A phone or account that names a person from a moment on; {@code until} is null while it does. */
public record Link(Alias alias, Instant from, @Nullable Instant until) {}
