/** The core: everything kept of one person, and the pure step from one event to the next state and its assessment. */
@NullMarked
@ApplicationModule(allowedDependencies = {"event", "fact", "profile", "scoring", "watchlist"})
package org.quanzu.assessor;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
