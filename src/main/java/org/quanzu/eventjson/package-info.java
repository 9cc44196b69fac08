/** Events as JSON: strict reading that finds every fault and says where it is, and the canonical form. */
@NullMarked
@ApplicationModule(allowedDependencies = {"canonical", "event"})
package org.quanzu.eventjson;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
