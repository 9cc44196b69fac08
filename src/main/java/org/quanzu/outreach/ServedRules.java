package org.quanzu.outreach;

import org.quanzu.practice.Messages;

/** What orders need of the rules in service. */
public interface ServedRules {

    Messages messages();

    /** The rank of a level, higher for what is worse; 0 for one that the rules do not have. */
    int rank(String level);
}
