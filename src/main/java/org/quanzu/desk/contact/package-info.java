/** How people are reached: what was tried, by which channel to go on, when, and when to leave them alone. */
@NullMarked
@NamedInterface("contact")
package org.quanzu.desk.contact;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
