/** The durable log: groups of events written in one commit, read back in order, kept day by day. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "assessor",
            "canonical",
            "event",
            "eventjson",
            "fact",
            "profile",
            "scoring",
            "seal",
            "watchlist"
        })
package org.quanzu.journal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
