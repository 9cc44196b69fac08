/** One event in: routed to its person, scored, made durable, answered. */
@NullMarked
package org.quanzu.assessment.intake;

import org.jspecify.annotations.NullMarked;
