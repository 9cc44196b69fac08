/** Cases offered to a colleague or another unit, who accept them or give them back. */
@NullMarked
@NamedInterface("handover")
package org.quanzu.desk.handover;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
