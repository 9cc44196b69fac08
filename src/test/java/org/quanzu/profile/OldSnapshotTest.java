package org.quanzu.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quanzu.testkit.Events.NOON;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.quanzu.event.TransactionEvent.Status;
import org.quanzu.event.TransactionStatusEvent;
import org.quanzu.fact.Attributes;
import org.quanzu.fact.Call;
import org.quanzu.fact.Surroundings;
import org.quanzu.fact.Transaction;
import org.quanzu.testkit.Events;
import org.quanzu.watchlist.Watchlists;

/** Snapshots as version 1 wrote them, byte by byte. */
class OldSnapshotTest {

    @Test
    void readsWhatVersionOneWrote() throws IOException {
        Profile read = SnapshotReader.read(versionOne(), "p-1", Attributes.NONE, Watchlists.EMPTY);

        assertThat(read.latestMillis()).isEqualTo(NOON.toInstant().toEpochMilli());
        assertThat(read.facts()).hasSize(4);
        assertThat(((Call) read.facts().get(0)).getMinutes()).isEqualTo(30);
        assertThat(((Call) read.facts().get(1)).isInProgress()).isTrue();
        assertThat(((Call) read.facts().get(2)).getSeconds()).isNull();
        assertThat(((Transaction) read.facts().get(3)).isCompleted()).isTrue();
        assertThat(SnapshotReader.read(SnapshotWriter.write(read), "p-1", Attributes.NONE, Watchlists.EMPTY))
                .usingRecursiveComparison()
                .isEqualTo(read);
    }

    @Test
    void goesOnFromWhatVersionOneWrote() throws IOException {
        Profile read = SnapshotReader.read(versionOne(), "p-1", Attributes.NONE, Watchlists.EMPTY);
        TransactionStatusEvent back = new TransactionStatusEvent(Events.header("s-1", NOON), "t-1", Status.RETURNED);

        Profile after = Update.of(read, back, Surroundings.UNKNOWN, Watchlists.EMPTY)
                .after();

        assertThat(((Transaction) after.facts().get(3)).isReturned()).isTrue();
    }

    private static byte[] versionOne() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeByte(1);
        out.writeLong(NOON.toInstant().toEpochMilli());
        out.writeShort(0);
        out.writeShort(0);
        out.writeInt(0);
        out.writeLong(0);
        out.writeLong(0);
        out.writeShort(4);
        call(out, "c-1", 120, false, 1850);
        call(out, "c-2", 60, true, -1);
        call(out, "c-3", 30, false, -1);
        fact(out, 'T', "t-1", 10);
        payment(out);
        return bytes.toByteArray();
    }

    private static void fact(DataOutputStream out, char kind, String eventId, int minutesAgo) throws IOException {
        out.writeByte(kind);
        out.writeUTF("bank");
        out.writeUTF(eventId);
        out.writeLong(NOON.toInstant().minus(Duration.ofMinutes(minutesAgo)).toEpochMilli());
        out.writeInt(28_800);
    }

    private static void call(DataOutputStream out, String id, int minutesAgo, boolean inProgress, int seconds)
            throws IOException {
        fact(out, 'C', id, minutesAgo);
        out.writeUTF(id);
        out.writeBoolean(true);
        out.writeBoolean(true);
        out.writeBoolean(inProgress);
        out.writeInt(seconds);
        out.writeUTF("+44207946095" + id.charAt(2));
        out.writeUTF("OVERSEAS");
        out.writeInt(-1);
    }

    private static void payment(DataOutputStream out) throws IOException {
        out.writeBoolean(true);
        out.writeUTF("8600");
        out.writeUTF("CNY");
        text(out, "ACC-1");
        text(out, "PERSONAL");
        out.writeInt(-1);
        text(out, "TRANSFER");
        text(out, "MOBILE_APP");
        text(out, "COMPLETED");
        out.writeBoolean(false);
        out.writeBoolean(false);
        out.writeByte(-1);
        out.writeByte(-1);
        out.writeByte(-1);
    }

    private static void text(DataOutputStream out, String value) throws IOException {
        out.writeBoolean(true);
        out.writeUTF(value);
    }
}
