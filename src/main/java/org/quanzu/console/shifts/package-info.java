/** The roster: who works where this week and the next, who is there now, and the way to say that one is away. */
@NullMarked
package org.quanzu.console.shifts;

import org.jspecify.annotations.NullMarked;
