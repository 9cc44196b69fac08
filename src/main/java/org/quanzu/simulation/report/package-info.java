/** What a simulation found, as rates with their confidence, as JSON and as a page with plots. */
@NullMarked
@NamedInterface("report")
package org.quanzu.simulation.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
