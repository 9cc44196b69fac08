package org.quanzu.platform.backup;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Backups somebody changed. */
final class BackupFiles {
    private BackupFiles() {}

    /** The backup {@code whole} with a byte more at the end of an entry. */
    static byte[] withOneMoreByte(byte[] whole, String entry) throws IOException {
        var changed = new ByteArrayOutputStream();
        try (var from = new ZipInputStream(new ByteArrayInputStream(whole));
                var to = new ZipOutputStream(changed)) {
            for (var next = from.getNextEntry(); next != null; next = from.getNextEntry()) {
                to.putNextEntry(new ZipEntry(next.getName()));
                from.transferTo(to);
                if (next.getName().equals(entry)) {
                    to.write(0);
                }
                to.closeEntry();
            }
        }
        return changed.toByteArray();
    }
}
