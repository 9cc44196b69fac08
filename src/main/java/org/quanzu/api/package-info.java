/** The HTTP API. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "canonical",
            "assessment",
            "audit",
            "event",
            "eventjson",
            "fact",
            "person",
            "person :: source",
            "problem",
            "profile",
            "rules",
            "scoring",
            "watchlist"
        })
package org.quanzu.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
