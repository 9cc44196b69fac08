/** The core: facts in, an assessment with its hits out; plain Java, no clock, no I/O. */
@NullMarked
@ApplicationModule(allowedDependencies = {"event", "fact", "practice", "profile", "watchlist"})
package org.quanzu.scoring;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
