/** The HTTP API. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "canonical",
            "assessment",
            "audit",
            "assessor",
            "desk",
            "event",
            "eventjson",
            "fact",
            "outreach :: banks",
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
