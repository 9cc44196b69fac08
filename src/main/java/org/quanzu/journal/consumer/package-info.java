/** Delivers the journal's records, in order and once, to whoever keeps something of their own that follows from them. */
@NullMarked
@NamedInterface("consumer")
package org.quanzu.journal.consumer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
