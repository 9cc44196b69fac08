/** Finds the facts the conditions of an executable model hold of, one after the other, where the engine only says whether. */
@NullMarked
package org.quanzu.rules.matching;

import org.jspecify.annotations.NullMarked;
