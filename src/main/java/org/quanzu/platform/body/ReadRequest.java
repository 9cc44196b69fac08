package org.quanzu.platform.body;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** A request whose body was read already. */
class ReadRequest extends HttpServletRequestWrapper {
    private final Received body;

    ReadRequest(HttpServletRequest request, InputStream body) {
        super(request);
        this.body = new Received(body);
    }

    @Override
    public ServletInputStream getInputStream() {
        return body;
    }

    @Override
    public BufferedReader getReader() {
        return new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
    }

    private static final class Received extends ServletInputStream {
        private final InputStream bytes;
        private boolean finished;

        Received(InputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() throws IOException {
            return noted(bytes.read());
        }

        @Override
        public int read(byte[] block, int offset, int length) throws IOException {
            return noted(bytes.read(block, offset, length));
        }

        private int noted(int read) {
            finished = finished || read < 0;
            return read;
        }

        @Override
        public int available() throws IOException {
            return bytes.available();
        }

        @Override
        public boolean isFinished() {
            return finished;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new IllegalStateException("The body is here already; read it");
        }
    }
}
