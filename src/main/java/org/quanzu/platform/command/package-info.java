/** The command line of the one jar, and what the first start prints. */
@NullMarked
package org.quanzu.platform.command;

import org.jspecify.annotations.NullMarked;
