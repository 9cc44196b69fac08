/** Which source told what of a person, so that others neither see nor change it. */
@NullMarked
@NamedInterface("source")
package org.quanzu.person.source;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
