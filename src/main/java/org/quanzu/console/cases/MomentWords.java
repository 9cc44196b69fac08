package org.quanzu.console.cases;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quanzu.desk.timeline.Amount;
import org.quanzu.desk.timeline.Moment;
import org.quanzu.scoring.Text;

/** Events in words. */
final class MomentWords {
    private static final int MINUTE = 60;

    private MomentWords() {}

    static CasePage.Moment of(Moment moment) {
        CasePage.Extent extent = new CasePage.Extent(
                "OUT".equals(moment.direction()),
                moment.money() == null ? null : moment.money().paid().atHome(),
                moment.seconds(),
                moment.isTalking(),
                moment.level(),
                foreign(moment.money()));
        return new CasePage.Moment(
                moment.at().toInstant(), kind(moment), late(text(moment), moment.delay()), moment.evidence(), extent);
    }

    private static Text late(Text text, @Nullable Duration delay) {
        if (delay == null) {
            return text;
        }
        long hours = delay.toHours();
        int minutes = delay.toMinutesPart();
        return new Text(
                text.en() + ", arrived " + hours + " h " + minutes + " min late",
                text.zh() + "，迟报" + hours + "小时" + minutes + "分");
    }

    private static @Nullable String foreign(Moment.@Nullable Money money) {
        return money == null || !money.paid().isForeign() ? null : money.paid().original();
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
        Moment.Money money = Objects.requireNonNull(moment.money());
        Text amount = AmountWords.of(money.paid());
        Text became = became(money);
        return out
                ? new Text(
                        "Paid " + amount.en() + " to " + other + detail(moment) + became.en(),
                        "向" + other + "付款" + amount.zh() + detail(moment) + became.zh())
                : new Text(
                        "Received " + amount.en() + " from " + other + detail(moment) + became.en(),
                        "收到" + other + "付来" + amount.zh() + detail(moment) + became.zh());
    }

    /** What came back, and that another id tells of the same money. */
    private static Text became(Moment.Money money) {
        Amount returned = money.returned();
        Text back = returned == null ? new Text("", "") : AmountWords.of(returned);
        String backEn = returned == null ? "" : ", of which " + back.en() + " came back";
        String backZh = returned == null ? "" : "，其中" + back.zh() + "已退回";
        return money.probableDouble()
                ? new Text(backEn + ", probably a double; counted once", backZh + "，疑似重复上报，只计一次")
                : new Text(backEn, backZh);
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
