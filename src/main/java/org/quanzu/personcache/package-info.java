/** The persons events come for now, each with the state after the last event taken, rebuilt from the journal on a miss. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "assessor",
            "canonical",
            "event",
            "fact",
            "journal",
            "person",
            "profile",
            "rules",
            "scoring",
            "supervision",
            "watchlist"
        })
package org.quanzu.personcache;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
