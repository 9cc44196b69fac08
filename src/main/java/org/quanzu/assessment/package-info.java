/** The single-node pipeline: one event in, scored, durable, announced. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "assessor",
            "canonical",
            "event",
            "eventjson",
            "fact",
            "journal",
            "journal :: consumer",
            "personcache",
            "person",
            "person :: link",
            "person :: source",
            "profile",
            "rules",
            "scoring",
            "seal",
            "watchlist"
        })
package org.quanzu.assessment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
