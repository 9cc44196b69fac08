/** Who is called first: the table of points behind the order of the queue. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.quanzu.priority;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
