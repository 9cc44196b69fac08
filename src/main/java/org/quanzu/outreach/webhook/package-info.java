/** Posting to other parties' addresses, signed, guarded and bounded. */
@NullMarked
package org.quanzu.outreach.webhook;

import org.jspecify.annotations.NullMarked;
