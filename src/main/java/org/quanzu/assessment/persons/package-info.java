/** Persons changed by other means than events: what is told and learned of them, links, merges; rebuilt and scored anew. */
@NullMarked
package org.quanzu.assessment.persons;

import org.jspecify.annotations.NullMarked;
