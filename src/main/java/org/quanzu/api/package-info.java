/** The HTTP API. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "canonical",
            "assessment",
            "desk",
            "outreach :: banks",
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
