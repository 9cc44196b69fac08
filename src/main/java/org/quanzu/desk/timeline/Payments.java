package org.quanzu.desk.timeline;

import java.time.Instant;
import java.util.List;

/** The payments of persons, as the journal has them. */
public interface Payments {

    /** What a person paid or tried to since then and did not get back, latest first; cash is nobody's account. */
    List<Payment> outgoing(String personId, Instant since);
}
