/** The language in which habits, personas and playbooks are written: steps with delays, amounts and chances. */
@NullMarked
@NamedInterface("script")
package org.quanzu.simulation.script;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
