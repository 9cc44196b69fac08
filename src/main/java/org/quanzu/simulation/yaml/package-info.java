/** YAML files read with the place of every word, so that whatever is wrong is told with its line. */
@NullMarked
@NamedInterface("yaml")
package org.quanzu.simulation.yaml;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
