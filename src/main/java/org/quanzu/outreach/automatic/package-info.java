/** Messages that go out by themselves because an assessment's plan says so. */
@NullMarked
package org.quanzu.outreach.automatic;

import org.jspecify.annotations.NullMarked;
