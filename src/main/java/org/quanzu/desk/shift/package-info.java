/** Who works where and when, who is away, and what a unit can get done. */
@NullMarked
@NamedInterface("shift")
package org.quanzu.desk.shift;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
