/** The way in and out, and the record of who took it, who was not let in, and who took what away. */
@NullMarked
@NamedInterface("door")
package org.quanzu.console.door;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
