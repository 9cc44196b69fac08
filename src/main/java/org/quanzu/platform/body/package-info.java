/** How the bodies of requests are read: bounded in size, time and number, so that slow senders hold few threads. */
@NullMarked
package org.quanzu.platform.body;

import org.jspecify.annotations.NullMarked;
