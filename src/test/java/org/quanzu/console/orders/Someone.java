package org.quanzu.console.orders;

import java.math.BigDecimal;
import java.time.Instant;
import org.quanzu.desk.Case;
import org.quanzu.scoring.Text;

/** A case of somebody. */
final class Someone {
    private static final Instant AT = Instant.parse("2026-03-02T04:00:00Z");
    static final Case CASE = new Case(
            "c-1",
            "p-1",
            Case.State.TAKEN,
            1,
            "RED",
            4,
            "loan",
            80,
            new BigDecimal("5000"),
            new Text("why", "为何"),
            "DESK",
            AT,
            AT,
            AT,
            1,
            false,
            null,
            null,
            false,
            0,
            0,
            AT,
            AT,
            false,
            4000,
            0,
            null,
            null,
            1);

    private Someone() {}
}
