/** Clock, security, database start-up, command line and metrics; nobody imports it. */
@NullMarked
package org.quanzu.platform;

import org.jspecify.annotations.NullMarked;
