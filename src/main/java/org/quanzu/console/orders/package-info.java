/** Orders to others on the pages: what was asked of whom for a case, what can be asked, and what waits for a person. */
@NullMarked
package org.quanzu.console.orders;

import org.jspecify.annotations.NullMarked;
