/** Who is meant: persons, the phones and accounts that name them, and whom accounts and numbers deal with. */
@NullMarked
@ApplicationModule(allowedDependencies = {"canonical", "event", "fact", "profile", "seal", "watchlist"})
package org.quanzu.person;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
