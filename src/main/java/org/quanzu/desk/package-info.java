/** The dissuasion desk: who must be reached, most urgent first, who does it, what was tried and what came of it. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "assessment",
            "event",
            "eventjson",
            "journal",
            "journal :: consumer",
            "practice",
            "rules",
            "scoring",
            "seal",
            "supervision"
        })
package org.quanzu.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
