package org.quanzu.profile;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.quanzu.fact.Acquaintance;
import org.quanzu.fact.AppActivity;
import org.quanzu.fact.Call;
import org.quanzu.fact.CallState;
import org.quanzu.fact.Fact;
import org.quanzu.fact.Habits;
import org.quanzu.fact.KnownNumber;
import org.quanzu.fact.Message;
import org.quanzu.fact.Transaction;
import org.quanzu.watchlist.PhoneNumber;

/** Writes a profile compactly: what happened, not what lists and attributes say about it. Equal profiles, equal bytes. */
public final class SnapshotWriter {
    static final int VERSION = 5;
    private static final int USUAL_SIZE = 4096;

    private final DataOutputStream out;

    private SnapshotWriter(DataOutputStream out) {
        this.out = out;
    }

    public static byte[] write(Profile profile) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_SIZE);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            new SnapshotWriter(out).profile(profile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private void profile(Profile profile) throws IOException {
        out.writeByte(VERSION);
        out.writeLong(profile.latestEventMillis());
        acquaintances(profile.past().accounts());
        acquaintances(profile.past().numbers());
        Habits habits = profile.past().habits();
        out.writeInt(habits.payments());
        out.writeLong(habits.sumUnits());
        out.writeLong(habits.largestUnits());
        days(profile.past().days());
        out.writeShort(profile.array().length);
        for (Fact fact : profile.array()) {
            fact(fact);
        }
    }

    private void acquaintances(Map<String, Acquaintance> known) throws IOException {
        out.writeShort(known.size());
        for (Map.Entry<String, Acquaintance> entry : new TreeMap<>(known).entrySet()) {
            Acquaintance who = entry.getValue();
            out.writeUTF(entry.getKey());
            out.writeInt(who.in());
            out.writeInt(who.out());
            out.writeInt(who.unpriced());
            out.writeLong(who.firstMillis());
            out.writeLong(who.lastMillis());
            out.writeLong(who.receivedUnits());
            out.writeLong(who.paidUnits());
            out.writeLong(who.lastUnits());
        }
    }

    private void days(Map<Long, DayTotals> days) throws IOException {
        out.writeShort(days.size());
        for (Map.Entry<Long, DayTotals> day : days.entrySet()) {
            DayTotals sums = day.getValue();
            out.writeLong(day.getKey());
            out.writeInt(sums.paid());
            out.writeLong(sums.paidUnits());
            out.writeInt(sums.received());
            out.writeLong(sums.receivedUnits());
            out.writeInt(sums.calls());
            out.writeInt(sums.messages());
            out.writeInt(sums.activities());
        }
    }

    private void fact(Fact fact) throws IOException {
        out.writeByte(kind(fact));
        out.writeUTF(fact.source());
        out.writeUTF(fact.eventId());
        out.writeLong(fact.getStartMillis());
        if (fact instanceof Transaction payment) {
            transaction(payment);
        } else if (fact instanceof Call call) {
            call(call);
        } else if (fact instanceof Message message) {
            message(message);
        } else {
            activity((AppActivity) fact);
        }
    }

    private static char kind(Fact fact) {
        if (fact instanceof Transaction) {
            return 'T';
        }
        if (fact instanceof Call) {
            return 'C';
        }
        return fact instanceof Message ? 'M' : 'A';
    }

    private void transaction(Transaction payment) throws IOException {
        out.writeBoolean(payment.isOutgoing());
        out.writeUTF(payment.getOriginalAmount().toPlainString());
        out.writeUTF(payment.getCurrency());
        text(payment.party().getAccount());
        text(payment.party().kind() == null ? null : payment.party().kind().name());
        number(payment.party().getOtherPayers());
        text(payment.getPurpose());
        text(payment.getChannel());
        text(payment.paymentStatus().status().name());
        out.writeLong(payment.paymentStatus().sinceMillis());
        out.writeBoolean(payment.paymentStatus().completionTold());
        out.writeLong(payment.paymentStatus().returnedUnits());
        text(payment.getMemo());
        BigDecimal balance = payment.originalBalance();
        text(balance == null ? null : balance.toPlainString());
        flag(payment.getScreenShared());
        flag(payment.getRemoteControlled());
        flag(payment.getCallActive());
    }

    private void call(Call call) throws IOException {
        out.writeUTF(call.id().callId());
        out.writeBoolean(call.isIncoming());
        out.writeInt(call.getNumber().laterGone());
        out.writeShort(call.course().states().size());
        for (CallState state : call.course().states()) {
            state(state);
        }
    }

    private void state(CallState state) throws IOException {
        out.writeUTF(state.eventId());
        out.writeLong(state.atMillis());
        out.writeByte(state.state().ordinal());
        out.writeBoolean(state.answered());
        out.writeLong(state.lengthMillis());
        out.writeLong(state.untilMillis());
        number(state.number());
        number(state.otherPeople());
    }

    private void message(Message message) throws IOException {
        out.writeBoolean(message.isIncoming());
        out.writeUTF(message.getChannel());
        out.writeByte(message.getThemes().size());
        for (String theme : new TreeSet<>(message.getThemes())) {
            out.writeUTF(theme);
        }
        flag(message.getLink());
        known(message.getSender());
    }

    private void activity(AppActivity activity) throws IOException {
        out.writeUTF(activity.getKind());
        text(activity.getSubject());
        flag(activity.getOffStore());
    }

    private void known(KnownNumber known) throws IOException {
        number(known.number());
        number(known.getOtherPeople());
        out.writeInt(known.laterGone());
    }

    private void number(PhoneNumber number) throws IOException {
        out.writeUTF(number.value());
        out.writeUTF(number.kind().name());
    }

    private void text(@Nullable String value) throws IOException {
        out.writeBoolean(value != null);
        if (value != null) {
            out.writeUTF(value);
        }
    }

    private void number(@Nullable Integer value) throws IOException {
        out.writeInt(value == null ? -1 : value);
    }

    private void flag(@Nullable Boolean value) throws IOException {
        out.writeByte(value == null ? -1 : value ? 1 : 0);
    }
}
