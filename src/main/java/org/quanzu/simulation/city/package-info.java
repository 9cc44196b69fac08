/** A city as its files describe it: occupations, habits, personas, playbooks, the dissuasion team. */
@NullMarked
@NamedInterface("city")
package org.quanzu.simulation.city;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
