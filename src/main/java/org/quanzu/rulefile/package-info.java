/** Reads and checks the rule files, and prints their conditions anew from its own syntax tree. */
@NullMarked
@ApplicationModule(allowedDependencies = {"canonical", "event", "fact", "practice", "profile", "scoring", "watchlist"})
package org.quanzu.rulefile;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
