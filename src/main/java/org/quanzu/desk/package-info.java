/** The dissuasion desk: who must be reached, most urgent first, who does it, what was tried and what came of it. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "assessment",
            "event",
            "eventjson",
            "fact",
            "journal",
            "journal :: consumer",
            "practice",
            "profile",
            "rules",
            "scoring",
            "seal",
            "supervision",
            "watchlist"
        })
package org.quanzu.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
