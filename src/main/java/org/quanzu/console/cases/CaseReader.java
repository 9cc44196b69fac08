package org.quanzu.console.cases;

import org.quanzu.console.Language;
import org.quanzu.console.Operator;

/** Who looks at a case, in which language. */
public record CaseReader(Operator operator, Language language) {}
