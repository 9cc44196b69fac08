/** The page of a case: who, how urgent, why, what to say, and what was done. */
@NullMarked
package org.quanzu.console.cases;

import org.jspecify.annotations.NullMarked;
