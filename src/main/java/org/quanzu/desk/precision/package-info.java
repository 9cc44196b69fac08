/** How right the rules were: counts of what they warned of and what it turned out to be. */
@NullMarked
@NamedInterface("precision")
package org.quanzu.desk.precision;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
