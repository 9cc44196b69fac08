/** The work on a case: what was tried, what came of it, and when to try or to look again. */
@NullMarked
@NamedInterface("work")
package org.quanzu.desk.work;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
