package org.quanzu.testkit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Many connections that all sent the same beginning of a request, and then no more. */
public final class Crowd implements AutoCloseable {
    private static final int LONGEST_MILLIS = 40_000;
    private final List<Socket> sockets = new ArrayList<>();

    private Crowd() {}

    public static Crowd of(int size, int port, String beginning) throws IOException {
        Crowd crowd = new Crowd();
        for (int at = 0; at < size; at++) {
            Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
            crowd.sockets.add(socket);
            socket.setSoTimeout(LONGEST_MILLIS);
            socket.getOutputStream().write(beginning.getBytes(StandardCharsets.UTF_8));
        }
        return crowd;
    }

    public int size() {
        return sockets.size();
    }

    /** What each is answered at last. */
    public List<String> firstLines() throws IOException {
        List<String> lines = new ArrayList<>();
        for (Socket socket : sockets) {
            lines.add(new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
                    .readLine());
        }
        return lines;
    }

    @Override
    public void close() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
