/** The command line of the one jar, and what the first start prints. */
@NullMarked
@NamedInterface("command")
package org.quanzu.platform.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
