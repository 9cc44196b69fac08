/** What banks and telecoms are told after their answer: a level that changed, a hold that was decided. */
@NullMarked
@NamedInterface("banks")
package org.quanzu.outreach.banks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
