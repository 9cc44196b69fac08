/** Who is next, who works on what, and how much there is to do. */
@NullMarked
@NamedInterface("queue")
package org.quanzu.desk.queue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
