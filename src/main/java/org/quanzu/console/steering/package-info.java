/** What is done about a case rather than in it: before others, lower, to others; and what others offer. */
@NullMarked
package org.quanzu.console.steering;

import org.jspecify.annotations.NullMarked;
