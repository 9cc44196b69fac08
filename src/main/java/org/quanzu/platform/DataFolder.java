package org.quanzu.platform;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.function.Supplier;

/** The folder for everything kept on this machine; only its owner can look into it. */
public final class DataFolder {
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    private final Path root;

    public DataFolder(Path folder) {
        this.root = folder.toAbsolutePath().normalize();
        privateFolder(root);
        if (!Files.isWritable(root)) {
            throw new StartFailure("The data folder " + root + " cannot be written to", advice());
        }
    }

    public Path root() {
        return root;
    }

    public Path path(String name) {
        return root.resolve(name);
    }

    /** Creates a folder readable by its owner only, unless it is there. */
    public Path folder(String name) {
        return privateFolder(root.resolve(name));
    }

    /** The secret kept under this name; made and written once, readable by its owner only. */
    public String secret(String name, Supplier<String> maker) {
        var file = root.resolve(name);
        try {
            if (!Files.exists(file)) {
                write(file, maker.get());
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new StartFailure("The file " + file + " cannot be read or written", advice(), e);
        }
    }

    /** The lock of this name, held until closed or until the process ends, or empty while another process holds it. */
    public Optional<FileLock> lock(String name) {
        var file = root.resolve(name);
        try {
            var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            var lock = tryLock(channel);
            if (lock.isEmpty()) {
                channel.close();
            }
            return lock;
        } catch (IOException e) {
            throw new StartFailure("The file " + file + " cannot be locked", advice(), e);
        }
    }

    private static Optional<FileLock> tryLock(FileChannel channel) throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock());
        } catch (OverlappingFileLockException e) {
            return Optional.empty();
        }
    }

    private static void write(Path file, String secret) throws IOException {
        var unfinished = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(unfinished);
        if (POSIX) {
            Files.createFile(
                    unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(unfinished, secret, StandardOpenOption.CREATE, StandardOpenOption.SYNC);
        try {
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(unfinished, file);
        }
    }

    private Path privateFolder(Path folder) {
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder);
                restrict(folder);
            }
            return folder;
        } catch (IOException e) {
            throw new StartFailure("The data folder " + folder + " cannot be created", advice(), e);
        }
    }

    private static void restrict(Path folder) throws IOException {
        if (POSIX) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private static String advice() {
        return "choose a folder of your own with --quanzu.data=DIR, or change its owner";
    }
}
