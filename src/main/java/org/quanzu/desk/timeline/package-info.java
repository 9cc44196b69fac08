/** What happened to the person of a case, read back from the journal, with the evidence marked. */
@NullMarked
@NamedInterface("timeline")
package org.quanzu.desk.timeline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
