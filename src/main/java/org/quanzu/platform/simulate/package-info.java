/** The command that lets a made-up city live. */
@NullMarked
package org.quanzu.platform.simulate;

import org.jspecify.annotations.NullMarked;
