import client.ApiClient;
import client.api.EventsApi;
import client.model.Assessment;
import client.model.Call;
import client.model.Counterparty;
import client.model.Direction;
import client.model.Transaction;
import client.model.TransactionStatus;
import java.time.OffsetDateTime;

/** Scores a call and a payment through the generated Java client; an answer in haste is asked for again. */
public class ScoreEvents {
    public static String score(String server, String key) throws Exception {
        ApiClient client = new ApiClient();
        client.updateBaseUri(server);
        client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + key));
        EventsApi events = new EventsApi(client);
        OffsetDateTime now = OffsetDateTime.now();
        Call call = new Call()
                .eventId("java-call")
                .personId("java")
                .occurredAt(now.minusMinutes(40))
                .direction(Direction.IN)
                .number("+447700900123")
                .answered(true)
                .state(Call.StateEnum.ACTIVE);
        while (Boolean.TRUE.equals(events.scoreCall(call).getDegraded())) {}
        Transaction transaction = new Transaction()
                .eventId("java-payment")
                .personId("java")
                .occurredAt(now)
                .direction(Direction.OUT)
                .amount("8600.00")
                .currency("CNY")
                .counterparty(new Counterparty().account("6222020200112233445").kind(Counterparty.KindEnum.PERSONAL))
                .purpose(Transaction.PurposeEnum.TRANSFER)
                .channel(Transaction.ChannelEnum.MOBILE_APP)
                .status(TransactionStatus.ATTEMPTED);
        Assessment payment = events.scoreTransaction(transaction);
        while (Boolean.TRUE.equals(payment.getDegraded())) {
            payment = events.scoreTransaction(transaction);
        }
        return payment.getLevel() + " " + payment.getDecision() + " "
                + payment.getReasons().get(0).getRule();
    }
}
