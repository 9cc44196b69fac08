package org.quanzu.desk.work;

import java.util.List;
import org.quanzu.desk.contact.Attempt;

/** What was done about cases, all episodes, oldest first. */
public interface Works {

    List<Attempt> attempts(String caseId);

    List<Outcome> outcomes(String caseId);

    List<FollowUp> followUps(String caseId);
}
