/** Lists of accounts, numbers and apps with reason, grade and validity, and the kinds of numbers. */
@NullMarked
@ApplicationModule(allowedDependencies = "canonical")
package org.quanzu.watchlist;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
