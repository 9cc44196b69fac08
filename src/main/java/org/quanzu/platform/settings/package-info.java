/** Checks every setting before anything is started; a new setting gets its line in {@code KnownSettings}. */
@NullMarked
package org.quanzu.platform.settings;

import org.jspecify.annotations.NullMarked;
