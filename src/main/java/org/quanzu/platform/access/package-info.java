/** Who may call: API keys with their scopes, and users. */
@NullMarked
package org.quanzu.platform.access;

import org.jspecify.annotations.NullMarked;
