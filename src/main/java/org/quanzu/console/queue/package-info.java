/** The page of the queue: who waits, most urgent first, live. */
@NullMarked
package org.quanzu.console.queue;

import org.jspecify.annotations.NullMarked;
