/** Prints checked conditions in the language of the rule engine, with unknown values satisfying nothing. */
@NullMarked
package org.quanzu.rulefile.print;

import org.jspecify.annotations.NullMarked;
