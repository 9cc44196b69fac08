/** The pages of persons: looked up by what is known of them, masked, revealed for a reason. */
@NullMarked
package org.quanzu.console.people;

import org.jspecify.annotations.NullMarked;
