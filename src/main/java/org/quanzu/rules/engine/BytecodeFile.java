package org.quanzu.rules.engine;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bytecode of the rules compiled last, kept in the data folder so that a start need not compile them again. It is code:
 * a file somebody else owns or may write is not read.
 */
public final class BytecodeFile {
    private static final Logger log = LoggerFactory.getLogger(BytecodeFile.class);
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private final Path file;

    public BytecodeFile(Path file) {
        this.file = file;
    }

    /** The bytecode kept under {@code key}, if that is what is kept. */
    Optional<Bytecode> read(String key) {
        if (!isOurs()) {
            return Optional.empty();
        }
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            if (!in.readUTF().equals(key)) {
                return Optional.empty();
            }
            String digest = in.readUTF();
            byte[] body = in.readAllBytes();
            if (!digest(body).equals(digest)) {
                throw new IOException("its end is missing or damaged");
            }
            return Optional.of(read(new DataInputStream(new ByteArrayInputStream(body))));
        } catch (IOException | RuntimeException e) {
            log.warn("{} cannot be read, so the rules are compiled: {}", file, e.toString());
            return Optional.empty();
        }
    }

    private boolean isOurs() {
        try {
            return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                    && Files.getPosixFilePermissions(file).equals(OWNER_ONLY)
                    && Files.getOwner(file).getName().equals(System.getProperty("user.name"));
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    private static Bytecode read(DataInputStream in) throws IOException {
        Map<String, byte[]> classes = new HashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            String name = in.readUTF();
            classes.put(name, in.readNBytes(in.readInt()));
        }
        List<String> models = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            models.add(in.readUTF());
        }
        return new Bytecode(classes, models);
    }

    /** Keeps {@code bytecode} under {@code key}, in place of what was kept; not being able to is no fault. */
    void write(String key, Bytecode bytecode) {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.deleteIfExists(fresh);
            Files.createFile(fresh, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
            try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(fresh)))) {
                byte[] body = body(bytecode);
                out.writeUTF(key);
                out.writeUTF(digest(body));
                out.write(body);
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException | UnsupportedOperationException e) {
            log.info("The compiled rules are not kept in {}: {}", file, e.toString());
        }
    }

    private static String digest(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }

    private static byte[] body(Bytecode bytecode) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(bytecode.classes().size());
        for (Map.Entry<String, byte[]> one : bytecode.classes().entrySet()) {
            out.writeUTF(one.getKey());
            out.writeInt(one.getValue().length);
            out.write(one.getValue());
        }
        out.writeInt(bytecode.models().size());
        for (String model : bytecode.models()) {
            out.writeUTF(model);
        }
        return bytes.toByteArray();
    }
}
