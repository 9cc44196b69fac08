/** Where the journal's records become cases and labels, behind the events and in their order. */
@NullMarked
package org.quanzu.desk.intake;

import org.jspecify.annotations.NullMarked;
