package org.quanzu.platform.access;

/** The people who may log in; only the administrator so far. */
public interface Users {
    String ADMINISTRATOR = "admin";

    boolean exists(String name);

    /** Sets the password of an administrator, who is added when new; {@code hash} is what the password encoder made. */
    void setAdministrator(String name, String hash);
}
