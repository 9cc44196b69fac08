/** The page of the audit log. */
@NullMarked
package org.quanzu.console.audit;

import org.jspecify.annotations.NullMarked;
