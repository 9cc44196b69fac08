/** Where assessments become cases, in the very transaction that makes them durable. */
@NullMarked
package org.quanzu.desk.intake;

import org.jspecify.annotations.NullMarked;
