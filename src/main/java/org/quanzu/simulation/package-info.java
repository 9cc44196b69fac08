/** Stories, populations and their runs through the very same scoring, with the reports. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "assessor",
            "canonical",
            "event",
            "eventjson",
            "fact",
            "person",
            "practice",
            "profile",
            "rulefile",
            "rulefile :: vocabulary",
            "rules",
            "scoring",
            "watchlist"
        })
package org.quanzu.simulation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
