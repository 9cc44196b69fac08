/** Checks a rule's syntax tree against the vocabulary and its metadata against the rest of the rule files. */
@NullMarked
package org.quanzu.rulefile.check;

import org.jspecify.annotations.NullMarked;
