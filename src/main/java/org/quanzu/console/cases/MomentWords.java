package org.quanzu.console.cases;

import java.math.RoundingMode;
import java.util.Objects;
import org.quanzu.desk.timeline.Moment;
import org.quanzu.scoring.Text;

/** Events in words. */
final class MomentWords {
    private static final int MINUTE = 60;

    private MomentWords() {}

    static CasePage.Moment of(Moment moment) {
        CasePage.Extent extent = new CasePage.Extent(
                "OUT".equals(moment.direction()),
                moment.amount(),
                moment.seconds(),
                moment.isTalking(),
                moment.level());
        return new CasePage.Moment(moment.at().toInstant(), kind(moment), text(moment), moment.evidence(), extent);
    }

    private static String kind(Moment moment) {
        return switch (moment.type()) {
            case "transaction" -> "PAYMENT";
            case "call" -> "CALL";
            case "message" -> "MESSAGE";
            default -> "APP";
        };
    }

    private static Text text(Moment moment) {
        String other = Objects.requireNonNullElse(moment.other(), "?");
        boolean out = "OUT".equals(moment.direction());
        return switch (moment.type()) {
            case "transaction" -> payment(moment, other, out);
            case "call" -> call(moment, other, out);
            case "message" ->
                new Text(
                        (out ? "Message to " : "Message from ") + other + detail(moment),
                        (out ? "发给" : "收到") + other + (out ? "的消息" : "的消息") + detail(moment));
            default -> new Text("App or device: " + other + detail(moment), "应用或设备:" + other + detail(moment));
        };
    }

    private static String detail(Moment moment) {
        return moment.detail() == null || moment.detail().isEmpty() ? "" : " (" + moment.detail() + ")";
    }

    private static Text payment(Moment moment, String other, boolean out) {
        String amount = moment.amount() == null
                ? "?"
                : moment.amount().setScale(2, RoundingMode.HALF_UP).toPlainString();
        return out
                ? new Text(
                        "Paid " + amount + " to " + other + detail(moment),
                        "向" + other + "付款" + amount + "元" + detail(moment))
                : new Text(
                        "Received " + amount + " from " + other + detail(moment),
                        "收到" + other + "付来" + amount + "元" + detail(moment));
    }

    private static Text call(Moment moment, String other, boolean out) {
        Integer seconds = moment.seconds();
        String lengthEn = seconds == null
                ? moment.isTalking() ? ", in progress" : ""
                : ", " + seconds / MINUTE + " min " + seconds % MINUTE + " s";
        String lengthZh = seconds == null
                ? moment.isTalking() ? ",通话中" : ""
                : "," + seconds / MINUTE + "分" + seconds % MINUTE + "秒";
        return out
                ? new Text("Called " + other + lengthEn, "拨打" + other + lengthZh)
                : new Text("Called by " + other + lengthEn, other + "来电" + lengthZh);
    }
}
