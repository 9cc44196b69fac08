/** The HTTP API. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "canonical",
            "assessment",
            "audit",
            "assessor",
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
