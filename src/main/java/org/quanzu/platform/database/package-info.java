/** The database: embedded or external, reached, locked for one writer, and watched. */
@NullMarked
package org.quanzu.platform.database;

import org.jspecify.annotations.NullMarked;
