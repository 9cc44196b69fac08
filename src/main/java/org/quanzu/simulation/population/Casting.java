package org.quanzu.simulation.population;

import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.quanzu.event.Counterparty;
import org.quanzu.simulation.script.Cast;
import org.quanzu.simulation.script.Role;
import org.quanzu.simulation.script.Role.Scope;
import org.quanzu.simulation.script.Weights;
import org.quanzu.watchlist.NumberKind;

/** Says who plays a role for a person: somebody new, one of the person's own, or one of those everybody shares. */
public final class Casting {
    private static final int PERSONS_PER_SHOP = 40;
    private static final int PERSONS_PER_EMPLOYER = 30;
    private static final int LENDERS = 25;
    private static final double LENDERS_TRUSTED = 0.7;
    private static final List<String> POLICE = List.of("96110", "110");

    private final long seed;
    private final Map<String, Role> standing;

    /** For a city of this seed and so many persons. */
    public Casting(long seed, int persons) {
        this.seed = seed;
        standing = Map.of(
                Cast.HOUSEHOLD,
                someone(Cast.HOUSEHOLD, Counterparty.Kind.PERSONAL, NumberKind.MOBILE, Scope.PERSON, 3),
                Cast.KIN,
                someone(Cast.KIN, Counterparty.Kind.PERSONAL, NumberKind.MOBILE, Scope.PERSON, 5),
                Cast.OWN,
                someone(Cast.OWN, Counterparty.Kind.OWN, NumberKind.HIDDEN, Scope.PERSON, 1),
                Cast.EMPLOYER,
                someone(
                        Cast.EMPLOYER,
                        Counterparty.Kind.CORPORATE,
                        NumberKind.LANDLINE,
                        Scope.CITY,
                        1 + persons / PERSONS_PER_EMPLOYER),
                Cast.SHOP,
                someone(
                        Cast.SHOP,
                        Counterparty.Kind.MERCHANT,
                        NumberKind.LANDLINE,
                        Scope.CITY,
                        1 + persons / PERSONS_PER_SHOP),
                Cast.BANK,
                someone(Cast.BANK, Counterparty.Kind.CORPORATE, NumberKind.OFFICIAL, Scope.CITY, 1),
                Cast.OFFICIAL,
                someone(Cast.OFFICIAL, Counterparty.Kind.CORPORATE, NumberKind.OFFICIAL, Scope.CITY, 1),
                Cast.LENDER,
                new Role(
                        Cast.LENDER,
                        Weights.only(Counterparty.Kind.CORPORATE),
                        Weights.only(NumberKind.SERVICE_95),
                        List.of(),
                        Scope.CITY,
                        LENDERS,
                        LENDERS_TRUSTED,
                        false));
    }

    private static Role someone(String name, Counterparty.Kind account, NumberKind number, Scope scope, int count) {
        return new Role(name, Weights.only(account), Weights.only(number), List.of(), scope, count, 0, false);
    }

    /** The role of this name: declared in a script, or one that always exists; otherwise somebody new. */
    public Role role(String name, Map<String, Role> declared) {
        Role role = declared.get(name);
        return role != null
                ? role
                : standing.getOrDefault(
                        name, someone(name, Counterparty.Kind.PERSONAL, NumberKind.MOBILE, Scope.ONCE, 1));
    }

    /** Who plays {@code role} in {@code script} for the person of this index. */
    public Partner partner(Role role, String script, Inhabitant person, RandomGenerator random) {
        return switch (role.scope()) {
            case ONCE -> partner(role, Chance.mix(seed, random.nextLong()), person);
            case PERSON -> own(role, script, person, random.nextInt(size(role, person)));
            case CITY -> partner(role, Chance.mix(key(role, script), place(role, person, random)), person);
        };
    }

    /** The {@code number}th of the person's own players of a role that is always there. */
    public Partner own(String role, Inhabitant person, int number) {
        return own(role(role, Map.of()), "", person, number);
    }

    private Partner own(Role role, String script, Inhabitant person, int number) {
        long key = Chance.mix(key(role, script), person.resident().index() * 1009L + number);
        return partner(role, key, person);
    }

    private static int size(Role role, Inhabitant person) {
        return role.name().equals(Cast.HOUSEHOLD) ? Math.max(1, person.household()) : role.count();
    }

    private long key(Role role, String script) {
        String name = standing.containsValue(role) ? role.name() : script + "/" + role.name();
        return Chance.mix(seed, name.hashCode());
    }

    /** The person's own employer and lender; otherwise anybody. */
    private static long place(Role role, Inhabitant person, RandomGenerator random) {
        boolean always = role.name().equals(Cast.EMPLOYER) || role.name().equals(Cast.LENDER);
        return always
                ? Math.floorMod(
                        Chance.mix(person.resident().index(), role.name().hashCode()), (long) role.count())
                : random.nextInt(role.count());
    }

    private static Partner partner(Role role, long key, Inhabitant person) {
        RandomGenerator own = Chance.of(key, 5);
        Counterparty.Kind kind = role.account() == null
                ? Counterparty.Kind.PERSONAL
                : role.account().choose(own);
        NumberKind number =
                role.number() == null ? NumberKind.MOBILE : role.number().choose(own);
        String account = kind == Counterparty.Kind.CASH ? null : Numbers.account(key);
        return new Partner(
                account,
                kind == Counterparty.Kind.OWN && !person.told().ownAccounts().isEmpty() ? kind : personal(kind),
                role.name().equals(Cast.OFFICIAL)
                        ? POLICE.get(own.nextInt(POLICE.size()))
                        : Numbers.number(key, number),
                Numbers.app(role.apps(), role.name(), key),
                role.scope() == Scope.CITY,
                Chance.share(key) < role.trusted(),
                role.criminal());
    }

    private static Counterparty.Kind personal(Counterparty.Kind kind) {
        return kind == Counterparty.Kind.OWN ? Counterparty.Kind.PERSONAL : kind;
    }
}
