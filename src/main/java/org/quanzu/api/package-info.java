/** The HTTP API. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "canonical",
            "assessment",
            "assessor",
            "event",
            "eventjson",
            "fact",
            "problem",
            "profile",
            "rules",
            "scoring",
            "watchlist"
        })
package org.quanzu.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
