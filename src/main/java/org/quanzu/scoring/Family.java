package org.quanzu.scoring;

/** A folder of rules: its id is the folder's name, its prefix begins the ids of its rules. */
public record Family(String id, String prefix, Text name) {
    public static final String GENERAL = "general";
    public static final String ORDINARY = "ordinary";

    /** Whether it is a family of scam, neither general evidence nor ordinary life. */
    public boolean ofScam() {
        return !id.equals(GENERAL) && !id.equals(ORDINARY);
    }
}
