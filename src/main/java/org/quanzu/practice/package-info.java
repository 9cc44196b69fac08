/** How the desk works, as tables of the rule files say. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.quanzu.practice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
