/** What leaves the house: orders to banks, telcos, stations and persons, in an outbox that commits with their cause. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "canonical",
            "assessment",
            "audit",
            "desk",
            "desk :: contact",
            "desk :: timeline",
            "desk :: work",
            "event",
            "journal :: consumer",
            "person",
            "person :: source",
            "practice",
            "scoring",
            "seal",
            "supervision"
        })
package org.quanzu.outreach;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
