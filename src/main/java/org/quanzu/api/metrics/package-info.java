/** What the HTTP API counts about the events it takes, repeats and refuses. */
@NullMarked
package org.quanzu.api.metrics;

import org.jspecify.annotations.NullMarked;
