package org.quanzu.platform.body;

/** A body that does not come as fast as it must; the message becomes the detail of the answer. */
final class SlowBody extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int status;

    SlowBody(int status, String message) {
        super(message, null, false, false);
        this.status = status;
    }

    int status() {
        return status;
    }
}
