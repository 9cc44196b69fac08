/** The pages of how right the rules are, for those who write, approve and answer for them. */
@NullMarked
package org.quanzu.console.quality;

import org.jspecify.annotations.NullMarked;
