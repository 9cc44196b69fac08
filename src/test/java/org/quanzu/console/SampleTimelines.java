package org.quanzu.console;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.quanzu.console.cases.CasePage.Extent;
import org.quanzu.console.cases.CasePage.Moment;
import org.quanzu.scoring.Text;

/** What happened to the persons of the desk in memory: much, nothing, one thing, and sixty days without a call. */
final class SampleTimelines {
    static final String ESCAPE = "</script><script>alert('x')</script> & {a|b} \u2028 end";

    private SampleTimelines() {}

    static List<Moment> of(String caseId, Instant now) {
        List<Moment> moments = new ArrayList<>(
                switch (caseId) {
                    case "c-1" -> episode(now);
                    case "c-2" -> List.of();
                    case "c-3" -> List.of(message(now.minusSeconds(600), ESCAPE, false));
                    default -> sixtyDays(now);
                });
        moments.sort(Comparator.comparing(Moment::at));
        return moments;
    }

    private static List<Moment> episode(Instant now) {
        return List.of(
                payment(now.minus(Duration.ofDays(4)), "35.50", true, false, "NONE"),
                payment(now.minus(Duration.ofDays(3)), "6200", false, false, "NONE"),
                call(now.minus(Duration.ofHours(27)), 45, false, false, "NONE"),
                payment(now.minus(Duration.ofHours(22)), "20", true, false, "NONE"),
                message(now.minus(Duration.ofHours(3)), "Message from 1069****3321 (LOAN_OFFER)", true),
                call(now.minus(Duration.ofMinutes(150)), 1_260, false, true, "YELLOW"),
                app(now.minus(Duration.ofMinutes(128)), "App or device: loan****app (INSTALLED)", true),
                payment(now.minus(Duration.ofMinutes(115)), "599", true, true, "ORANGE"),
                call(now.minus(Duration.ofMinutes(96)), 35, true, false, "ORANGE"),
                new Moment(
                        now.minus(Duration.ofMinutes(94)),
                        "TOLD",
                        new Text("Told by text message to stop and call back", "已发短信提醒停止付款并回电"),
                        false),
                payment(now.minus(Duration.ofMinutes(75)), "200000", false, false, "ORANGE"),
                new Moment(
                        now.minusSeconds(2600),
                        "CALL",
                        new Text("Call from +44****0123, still going on", "来自+44****0123的来电,仍在通话"),
                        true,
                        new Extent(false, null, null, true, "RED")),
                new Moment(
                        now.minusSeconds(130),
                        "PAYMENT",
                        new Text("¥86,000 to 6222****4455, attempted", "向6222****4455付款86000元,未完成"),
                        true,
                        new Extent(true, new BigDecimal("86000"), null, false, "RED")));
    }

    private static List<Moment> sixtyDays(Instant now) {
        List<Moment> moments = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            Instant at = now.minus(Duration.ofMinutes(60L * 24 * 60 * (200 - i) / 200 + 37L * i % 400));
            boolean late = i > 190;
            switch (i % 5) {
                case 0 -> moments.add(message(at, "Message from 1069****3321", late));
                case 1 -> moments.add(app(at, "App or device: bank****app (OPENED)", false));
                default -> {
                    String amount = String.valueOf(20 + i * i * (late ? 9 : 1) % 9_000);
                    moments.add(payment(at, amount, i % 7 != 0, late, late ? "YELLOW" : "NONE"));
                }
            }
        }
        return moments;
    }

    private static Moment payment(Instant at, String amount, boolean out, boolean evidence, String level) {
        Text text = out
                ? new Text("Paid " + amount + " to 6222****7890", "向6222****7890付款" + amount + "元")
                : new Text("Received " + amount + " from 6222****1111", "收到6222****1111付来" + amount + "元");
        return new Moment(at, "PAYMENT", text, evidence, new Extent(out, new BigDecimal(amount), null, false, level));
    }

    private static Moment call(Instant at, int seconds, boolean out, boolean evidence, String level) {
        Text text = out
                ? new Text("Called 9555****88, " + seconds + " s", "拨打9555****88," + seconds + "秒")
                : new Text("Called by +44****0123, " + seconds + " s", "+44****0123来电," + seconds + "秒");
        return new Moment(at, "CALL", text, evidence, new Extent(out, null, seconds, false, level));
    }

    private static Moment message(Instant at, String text, boolean evidence) {
        return new Moment(at, "MESSAGE", new Text(text, text), evidence, null);
    }

    private static Moment app(Instant at, String text, boolean evidence) {
        return new Moment(at, "APP", new Text(text, text), evidence, null);
    }
}
