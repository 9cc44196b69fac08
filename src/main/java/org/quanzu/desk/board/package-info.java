/** The desk in figures: how it stands now, and what was done in a span of time. */
@NullMarked
@NamedInterface("board")
package org.quanzu.desk.board;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
