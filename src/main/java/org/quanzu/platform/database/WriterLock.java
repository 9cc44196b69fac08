package org.quanzu.platform.database;

/** The right to be the only process that writes to the database. */
public interface WriterLock {

    /** Whether this process has the right now; without it nothing may be accepted. */
    boolean held();
}
