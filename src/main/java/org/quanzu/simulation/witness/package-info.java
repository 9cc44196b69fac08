/** What one installation knows of one person, and the person's days as calibration sees them. */
@NullMarked
@NamedInterface("witness")
package org.quanzu.simulation.witness;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
