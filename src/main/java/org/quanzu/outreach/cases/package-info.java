/** Orders put for a case by whoever works on it, and what people decide about orders; each is told in its history. */
@NullMarked
@NamedInterface("cases")
package org.quanzu.outreach.cases;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
