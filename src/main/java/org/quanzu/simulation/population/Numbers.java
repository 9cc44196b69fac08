package org.quanzu.simulation.population;

import java.util.List;
import java.util.Locale;
import org.quanzu.watchlist.NumberKind;

/** Made-up accounts and numbers: the same key has the same one, another key another one. */
final class Numbers {
    private static final List<String> COUNTRIES =
            List.of("+1", "+44", "+60", "+63", "+66", "+81", "+82", "+852", "+855", "+95", "+971");
    private static final List<String> MOBILES = List.of(
            "130", "131", "135", "136", "137", "138", "139", "150", "151", "152", "158", "159", "180", "181", "186",
            "187", "188", "189", "198", "199");
    private static final List<String> VIRTUALS = List.of("162", "165", "167", "170", "171");
    private static final List<String> AREAS =
            List.of("010", "021", "020", "0571", "0755", "028", "029", "0371", "0531", "027");
    private static final List<String> BANKS = List.of("95588", "95533", "95566", "95599", "95555", "95559", "95580");
    private static final List<String> CARDS =
            List.of("621700", "622848", "622202", "621661", "622588", "623052", "621226");
    private static final long TEN = 10;

    private Numbers() {}

    static String account(long key) {
        return pick(CARDS, key) + digits(Chance.mix(key, 1), 13);
    }

    static String number(long key, NumberKind kind) {
        long rest = Chance.mix(key, 2);
        return switch (kind) {
            case OVERSEAS -> pick(COUNTRIES, key) + digits(rest, 9);
            case VIRTUAL_OPERATOR -> pick(VIRTUALS, key) + digits(rest, 8);
            case SERVICE_95 -> "95" + digits(rest, 6 + (int) Math.floorMod(key, 3L));
            case SERVICE_400 -> "400" + digits(rest, 7);
            case LANDLINE -> pick(AREAS, key) + (2 + Math.floorMod(key, 7L)) + digits(rest, 7);
            case MOBILE -> pick(MOBILES, key) + digits(rest, 8);
            case OFFICIAL -> pick(BANKS, key);
            case HIDDEN -> "";
        };
    }

    static String app(List<String> apps, String role, long key) {
        return apps.isEmpty()
                ? role.toLowerCase(Locale.ROOT) + "." + digits(key, 5)
                : pick(apps, key).replace("*", digits(Chance.mix(key, 3), 4));
    }

    private static String pick(List<String> some, long key) {
        return some.get((int) Math.floorMod(Chance.mix(key, 4), (long) some.size()));
    }

    private static String digits(long key, int length) {
        StringBuilder digits = new StringBuilder(length);
        long rest = key;
        for (int i = 0; i < length; i++) {
            digits.append(Math.floorMod(rest, TEN));
            rest = i % 15 == 14 ? Chance.mix(rest, i) : rest / TEN;
        }
        return digits.toString();
    }
}
