/** Which phones and accounts name a person, and which persons were declared to be one; since and until when. */
@NullMarked
@NamedInterface("link")
package org.quanzu.person.link;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
