/** Stories of single persons with what is expected of each assessment, and their check. */
@NullMarked
@NamedInterface("story")
package org.quanzu.simulation.story;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
