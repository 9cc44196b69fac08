/** Reads the rule files that are tables, lists, scripts and names of families. */
@NullMarked
package org.quanzu.rulefile.table;

import org.jspecify.annotations.NullMarked;
