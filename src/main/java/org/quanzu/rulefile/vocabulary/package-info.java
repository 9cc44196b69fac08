/** The fact types and words rules may use, read from the facts themselves. */
@NullMarked
@NamedInterface("vocabulary")
package org.quanzu.rulefile.vocabulary;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
