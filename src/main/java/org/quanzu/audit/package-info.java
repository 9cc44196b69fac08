/** Who did what to whom: a log that is only added to, chained by hash. */
@NullMarked
@ApplicationModule(allowedDependencies = "seal")
package org.quanzu.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
