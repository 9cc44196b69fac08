/** What time does to cases: leases end, waiting is over, deadlines pass, follow-ups fall due. */
@NullMarked
package org.quanzu.desk.watch;

import org.jspecify.annotations.NullMarked;
