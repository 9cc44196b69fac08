/** What a request passes before it reaches the HTTP API: key, scope, size, and whether events may be accepted at all. */
@NullMarked
package org.quanzu.platform.gate;

import org.jspecify.annotations.NullMarked;
