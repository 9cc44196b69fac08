/** Tells from compiled conditions which rules and facts cannot matter to an evaluation, so that the engine never sees them. */
@NullMarked
package org.quanzu.rules.screening;

import org.jspecify.annotations.NullMarked;
