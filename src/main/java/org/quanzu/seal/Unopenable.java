package org.quanzu.seal;

/** A sealed value that does not open; says in which column, and nothing of whom. */
public final class Unopenable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private Unopenable(String message, Throwable cause) {
        super(message, cause);
    }

    static Unopenable missingKey(Place place, int id, Throwable cause) {
        return new Unopenable(
                "A value in " + place.column() + " is sealed with key " + SealKeys.shown(id)
                        + ", which is not set\nMaybe add that key at the end of quanzu.encryption-keys",
                cause);
    }

    static Unopenable changed(Place place, Throwable cause) {
        return new Unopenable(
                "A value in " + place.column() + " was changed, or belongs to another row"
                        + "\nMaybe the table was edited by hand; restore it from a backup",
                cause);
    }
}
