/** What became of what was warned of: labels of episodes, from the desk's outcomes and from what banks learn. */
@NullMarked
@NamedInterface("label")
package org.quanzu.desk.label;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
