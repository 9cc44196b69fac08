/** The end of what is kept of persons: one person erased when somebody asks for it, others once nothing has happened for long. */
@NullMarked
@ApplicationModule(allowedDependencies = {"audit", "person", "person :: source", "personcache", "supervision"})
package org.quanzu.erasure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
