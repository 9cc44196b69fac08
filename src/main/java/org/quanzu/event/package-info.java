/** What happened outside: records checked in their constructors. */
@NullMarked
@ApplicationModule(allowedDependencies = "canonical")
package org.quanzu.event;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
