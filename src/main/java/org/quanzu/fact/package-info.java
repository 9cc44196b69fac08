/** An event as rules see it, with what the person's history says about it; every getter marked as a word may be used. */
@NullMarked
@ApplicationModule(allowedDependencies = {"canonical", "event", "watchlist"})
package org.quanzu.fact;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
