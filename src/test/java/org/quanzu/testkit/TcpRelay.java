package org.quanzu.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/**
 * A port on loopback that leads to another one, until it is cut: then connections break, and new ones are refused. While it
 * is stalled they are taken, but nothing gets through.
 */
public final class TcpRelay implements AutoCloseable {
    private final int target;
    private final int port;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile ServerSocket door;
    private volatile CountDownLatch flowing = new CountDownLatch(0);

    public TcpRelay(int target) {
        this.target = target;
        this.door = listen(0);
        this.port = door.getLocalPort();
    }

    public int port() {
        return port;
    }

    /** Breaks everything that is connected, and refuses what comes. */
    public void cut() {
        close(door);
        open.forEach(TcpRelay::close);
        open.clear();
    }

    public void mend() {
        door = listen(port);
    }

    public void stall() {
        flowing = new CountDownLatch(1);
    }

    public void flow() {
        flowing.countDown();
    }

    private ServerSocket listen(int at) {
        try {
            ServerSocket socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), at));
            daemon(() -> accept(socket));
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(ServerSocket socket) {
        while (!socket.isClosed()) {
            try {
                Socket near = socket.accept();
                take(near);
                if (socket.isClosed()) {
                    close(near);
                }
            } catch (IOException e) {
                close(socket);
            }
        }
    }

    /** Leads this connection on. */
    public void take(Socket near) throws IOException {
        Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
        open.add(near);
        open.add(far);
        daemon(() -> copy(near, far));
        daemon(() -> copy(far, near));
    }

    private void copy(Socket from, Socket to) {
        try (from;
                to) {
            byte[] some = new byte[8192];
            for (int read = from.getInputStream().read(some);
                    read >= 0;
                    read = from.getInputStream().read(some)) {
                flowing.await();
                to.getOutputStream().write(some, 0, read);
            }
        } catch (IOException | InterruptedException e) {
            close(to);
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "relay");
        thread.setDaemon(true);
        thread.start();
    }

    private static void close(AutoCloseable socket) {
        try {
            socket.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        flow();
        cut();
    }
}
