/** Compiles printed conditions and evaluates them with Drools, rule by rule. */
@NullMarked
package org.quanzu.rules.engine;

import org.jspecify.annotations.NullMarked;
