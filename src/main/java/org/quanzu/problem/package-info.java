/** What the API says when it cannot do what was asked: RFC 9457 problems, and how JSON is written. */
@NullMarked
@ApplicationModule(allowedDependencies = {"assessment", "event", "eventjson"})
package org.quanzu.problem;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
