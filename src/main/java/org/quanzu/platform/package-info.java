/** Clock, settings, database start-up, security and command line; nobody imports it. */
@NullMarked
package org.quanzu.platform;

import org.jspecify.annotations.NullMarked;
