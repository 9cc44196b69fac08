/** What happened to the person of a case, drawn on one time axis. */
@NullMarked
package org.quanzu.console.plot;

import org.jspecify.annotations.NullMarked;
