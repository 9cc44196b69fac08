/** Reads, checks, compiles, versions and swaps the rule files; the only place that knows Drools. */
@NullMarked
@ApplicationModule(allowedDependencies = {"canonical", "event", "fact", "profile", "rulefile", "scoring", "supervision", "watchlist"})
package org.quanzu.rules;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
