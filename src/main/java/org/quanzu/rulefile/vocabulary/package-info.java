/** The fact types and words rules may use, read from the facts themselves. */
@NullMarked
package org.quanzu.rulefile.vocabulary;

import org.jspecify.annotations.NullMarked;
