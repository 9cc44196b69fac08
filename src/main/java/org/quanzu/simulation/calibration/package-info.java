/** Proposes points for rules from days on which it is known who was being scammed; it never applies them. */
@NullMarked
@NamedInterface("calibration")
package org.quanzu.simulation.calibration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
