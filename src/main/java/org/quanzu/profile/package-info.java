/** What is known of a person: recent events as facts, older ones summarised, bounded. */
@NullMarked
@ApplicationModule(allowedDependencies = {"canonical", "event", "fact", "watchlist"})
package org.quanzu.profile;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
