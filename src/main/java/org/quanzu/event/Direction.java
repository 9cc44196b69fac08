package org.quanzu.event;

/** Which way a call, a message or money goes, seen from the person. */
public enum Direction {
    IN,
    OUT
}
