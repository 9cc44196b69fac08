/** The web pages of the desk. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "canonical",
            "assessment",
            "audit",
            "desk",
            "desk :: *",
            "event",
            "outreach",
            "outreach :: *",
            "person",
            "person :: *",
            "practice",
            "problem",
            "rules",
            "scoring",
            "supervision",
            "watchlist"
        })
package org.quanzu.console;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
