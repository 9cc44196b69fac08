/** Sign-in to the console: passwords, lock-out, sessions and rights by role. */
@NullMarked
package org.quanzu.platform.signin;

import org.jspecify.annotations.NullMarked;
