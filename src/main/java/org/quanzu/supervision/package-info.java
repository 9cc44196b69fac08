/** Background loops that outlive every error, and can tell when one of them stands still. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.quanzu.supervision;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
