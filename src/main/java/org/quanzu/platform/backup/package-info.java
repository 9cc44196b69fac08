/** The commands that save the database to one file and bring it back. */
@NullMarked
package org.quanzu.platform.backup;

import org.jspecify.annotations.NullMarked;
