package org.quanzu.simulation.script;

import java.util.List;
import java.util.Map;

/** Those who are there without being declared. */
public final class Cast {
    public static final String HOUSEHOLD = "household";
    public static final String KIN = "kin";
    public static final String OWN = "own";
    public static final String EMPLOYER = "employer";
    public static final String SHOP = "shop";
    public static final String BANK = "bank";
    public static final String LENDER = "lender";
    public static final String OFFICIAL = "official";

    /** Their names. */
    public static final List<String> NAMES = List.of(HOUSEHOLD, KIN, OWN, EMPLOYER, SHOP, BANK, LENDER, OFFICIAL);

    /** Amounts that are there without being drawn. */
    public static final List<String> AMOUNTS = List.of("income", "balance", "previous", "lost", "received");

    private Cast() {}

    static boolean isKnown(String role, Map<String, Role> declared) {
        return declared.containsKey(role) || NAMES.contains(role);
    }
}
