package org.quanzu.assessor;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.quanzu.fact.Attributes;
import org.quanzu.profile.Profile;
import org.quanzu.profile.SnapshotReader;
import org.quanzu.profile.SnapshotWriter;
import org.quanzu.watchlist.Watchlists;

/**
 * The one binary form of a {@link PersonState}, for snapshots, caches and state stores. Equal states, equal bytes. It begins
 * with a mark and a version; bytes without the mark are a profile alone, as snapshots were before. What was told of the
 * person and what lists say is not in it: both are of today whenever it is read.
 */
public final class PersonStateCodec {
    /** No version of a profile begins with it. */
    private static final byte MARK = 'P';

    private static final byte VERSION = 1;
    private static final int USUAL_SIZE = 4096;

    private PersonStateCodec() {}

    public static byte[] write(PersonState state) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_SIZE);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(MARK);
            out.writeByte(VERSION);
            out.writeBoolean(state.registered());
            text(out, state.mergedInto());
            level(out, state.level());
            seen(out, state.seen());
            out.write(SnapshotWriter.write(state.profile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void level(DataOutputStream out, CurrentLevel level) throws IOException {
        out.writeUTF(level.level());
        text(out, level.family());
        out.writeInt(level.score());
        out.writeBoolean(level.validUntilMillis() != null);
        if (level.validUntilMillis() != null) {
            out.writeLong(level.validUntilMillis());
        }
    }

    private static void seen(DataOutputStream out, SeenEvents seen) throws IOException {
        out.writeShort(seen.size());
        for (int i = 0; i < seen.size(); i++) {
            out.writeLong(seen.key(i));
            out.writeLong(seen.content(i));
        }
    }

    private static void text(DataOutputStream out, @Nullable String value) throws IOException {
        out.writeBoolean(value != null);
        if (value != null) {
            out.writeUTF(value);
        }
    }

    /** The state of this person, seen with {@code attributes} and {@code lists}. */
    public static PersonState read(byte[] bytes, String personId, Attributes attributes, Watchlists lists) {
        if (bytes.length == 0 || bytes[0] != MARK) {
            return old(SnapshotReader.read(bytes, personId, attributes, lists));
        }
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            in.readByte();
            byte version = in.readByte();
            if (version != VERSION) {
                throw new IllegalStateException("The state of person " + personId + " has version " + version
                        + "\nMaybe a newer version of Quanzu wrote it");
            }
            boolean registered = in.readBoolean();
            String mergedInto = text(in);
            CurrentLevel level = level(in);
            SeenEvents seen = seen(in);
            Profile profile = SnapshotReader.read(in.readAllBytes(), personId, attributes, lists);
            return new PersonState(profile, level, seen, registered, mergedInto, 0);
        } catch (IOException e) {
            throw new UncheckedIOException("The state of person " + personId + " is broken", e);
        }
    }

    /** A profile alone tells the keys of its facts, not what they said. */
    private static PersonState old(Profile profile) {
        SeenEvents seen = SeenEvents.NONE;
        for (var fact : profile.facts()) {
            seen = seen.with(fact.key(), SeenEvents.UNKNOWN_CONTENT);
        }
        return new PersonState(profile, CurrentLevel.NONE, seen, true, null, 0);
    }

    private static CurrentLevel level(DataInputStream in) throws IOException {
        return new CurrentLevel(in.readUTF(), text(in), in.readInt(), in.readBoolean() ? (Long) in.readLong() : null);
    }

    private static SeenEvents seen(DataInputStream in) throws IOException {
        SeenEvents seen = SeenEvents.NONE;
        for (int left = in.readShort(); left > 0; left--) {
            seen = seen.with(in.readLong(), in.readLong());
        }
        return seen;
    }

    private static @Nullable String text(DataInputStream in) throws IOException {
        return in.readBoolean() ? in.readUTF() : null;
    }
}
