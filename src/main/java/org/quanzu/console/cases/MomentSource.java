package org.quanzu.console.cases;

import java.util.List;
import org.quanzu.desk.Case;

/** Moments of a case's time axis that another room of the console knows of. */
public interface MomentSource {

    List<CasePage.Moment> of(Case subject);
}
