/** What the database may know of personal values: sealed with keys it does not have, or hashed with one. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.quanzu.seal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
