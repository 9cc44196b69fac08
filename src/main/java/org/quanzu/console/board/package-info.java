/** The supervisor's board: how the desk stands, who works on what, and the day in figures. */
@NullMarked
package org.quanzu.console.board;

import org.jspecify.annotations.NullMarked;
