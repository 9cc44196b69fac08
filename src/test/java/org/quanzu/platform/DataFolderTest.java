package org.quanzu.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir
    private Path temporary;

    @Test
    void keepsASecretForItsOwnerOnly() throws IOException {
        var data = new DataFolder(temporary.resolve("data"));

        var first = data.secret("key", () -> "one");
        var second = data.secret("key", () -> "two");

        assertThat(first).isEqualTo("one").isEqualTo(second);
        assertThat(permissions(data.root())).isEqualTo("rwx------");
        assertThat(permissions(data.path("key"))).isEqualTo("rw-------");
    }

    @Test
    void givesALockToOneAtATime() throws IOException {
        var data = new DataFolder(temporary);

        var held = data.lock("lock");
        var refused = data.lock("lock");
        held.orElseThrow().close();
        var next = data.lock("lock");

        assertThat(refused).isEmpty();
        assertThat(next).isPresent();
        next.orElseThrow().close();
    }

    @Test
    void namesAFolderThatCannotBeCreated() throws IOException {
        var file = Files.createFile(temporary.resolve("file"));

        assertThatThrownBy(() -> new DataFolder(file.resolve("data")))
                .isInstanceOf(StartFailure.class)
                .hasMessageStartingWith("The data folder " + file + "/data cannot be created\nMaybe choose");
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
