package org.quanzu.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.quanzu.platform.StartFailure;
import org.quanzu.testkit.TcpRelay;
import org.quanzu.testkit.TestDatabase;

class StartingDatabaseIT {

    @Test
    void waitsForADatabaseThatSaysItIsStarting() throws Exception {
        try (HikariDataSource database = TestDatabase.fresh();
                var starting = new Starting(3)) {
            var real = URI.create(database.getJdbcUrl().substring("jdbc:".length()));
            starting.then(real.getPort());
            var address = new DatabaseAddress(
                    "jdbc:postgresql://127.0.0.1:" + starting.port() + real.getPath() + "?" + real.getQuery()
                            + "&sslmode=disable",
                    "",
                    "");

            try (var lock = new JdbcWriterLock(address, () -> {}, () -> {})) {
                assertThat(lock.held()).isTrue();
            }

            assertThat(starting.refused()).isEqualTo(3);
        }
    }

    @Test
    void waitsForADatabaseThatLivesAndDoesNotAnswer() {
        var looks = new AtomicInteger();
        var nowhere = new DatabaseAddress("jdbc:postgresql://127.0.0.1:1/none", "", "");

        assertThatExceptionOfType(StartFailure.class)
                .isThrownBy(
                        () -> new JdbcWriterLock(nowhere, () -> looks.incrementAndGet() < 3, () -> {}, () -> {}).close())
                .withMessageContaining("cannot be reached");

        assertThat(looks).hasValue(3);
    }

    /** Says so many times that it is starting, and then leads to a database that has started. */
    private static final class Starting implements AutoCloseable {
        private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        private final int times;
        private final AtomicInteger refused = new AtomicInteger();
        private TcpRelay relay;

        Starting(int times) throws IOException {
            this.times = times;
        }

        void then(int realPort) {
            relay = new TcpRelay(realPort);
            Thread thread = new Thread(this::serve, "starting");
            thread.setDaemon(true);
            thread.start();
        }

        private void serve() {
            try {
                while (refused.get() < times) {
                    try (Socket caller = door.accept()) {
                        caller.getInputStream().read(new byte[1_000]);
                        caller.getOutputStream().write(starting());
                        refused.incrementAndGet();
                    }
                }
                while (!door.isClosed()) {
                    relay.take(door.accept());
                }
            } catch (IOException e) {
                refused.compareAndSet(0, -1);
            }
        }

        private static byte[] starting() {
            byte[] fields = "SFATAL\0C57P03\0Mthe database system is starting up\0\0".getBytes(StandardCharsets.US_ASCII);
            return ByteBuffer.allocate(fields.length + 5)
                    .put((byte) 'E')
                    .putInt(fields.length + 4)
                    .put(fields)
                    .array();
        }

        int port() {
            return door.getLocalPort();
        }

        int refused() {
            return refused.get();
        }

        @Override
        public void close() throws IOException {
            door.close();
            relay.close();
        }
    }
}
