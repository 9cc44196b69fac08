/** One form for each account, app id, domain, phone number and text, whichever way a system writes it. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.quanzu.canonical;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
