/** Persons as the holder of an API key may see and change them. */
@NullMarked
package org.quanzu.api.person;

import org.jspecify.annotations.NullMarked;
