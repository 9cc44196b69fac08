package org.quanzu.seal;

/** The server seals with another key than the one that is first here. */
public final class OtherFirstKey extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OtherFirstKey(int servers, int here) {
        super("The server seals with key " + SealKeys.shown(servers) + ", the first key here is " + SealKeys.shown(here)
                + "\nMaybe restart the server with the same encryption keys first");
    }
}
