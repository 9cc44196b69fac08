/** Turns the text of a rule file into a syntax tree, or says what it does not know. */
@NullMarked
package org.quanzu.rulefile.syntax;

import org.jspecify.annotations.NullMarked;
