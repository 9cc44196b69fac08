package org.quanzu.simulation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.quanzu.simulation.city.City;
import org.quanzu.simulation.city.CityReader;
import org.quanzu.simulation.script.Shift;

/** A city of a few persons in a folder, for tests: everyday payments and calls, a tenant, and a scam in two payments. */
public final class SmallCity {
    public static final Set<String> FAMILIES = Set.of("loan", "order_brushing", "fake_logistics");
    private static final String CITY = """
            name: {en: "Small", zh: "小"}
            persons: 40
            days: 30
            warm_up_days: 3
            begins: 2026-03-02
            seed: 7
            bank: {attempts: 0.5, session: 0.7}
            telecom: {live: 0.5}
            registered: {household: 0.5, own: 0.5}
            towns: {north: 1, south: 2}
            households: {1: 1, 3: 1}
            occupations:
              clerk: {weight: 1, ages: [20, 60], income: {median: 6000, spread: 1.4}, female: 0.5}
            habits:
              food:
                per_day: 1.5
                hours: {8: 1, 18: 2}
                roles: {stall: {account: MERCHANT, of: city, count: 9}}
                steps:
                  - payment: {to: stall, amount: {median: 28, spread: 2}, channel: QR, purpose: PAYMENT}
              talk:
                per_day: 1
                hours: [8, 22]
                steps:
                  - call: {with: kin, minutes: {median: 3, spread: 2}}
            personas: {tenant: 0.3}
            playbooks: {fee: 1}
            victims: {real: 0.001, raised: 1}
            desk: {residents: 1000, replicates: 2, minutes: {talk: 8, miss: 2, visit: 60}, answers: 0.5, largest_team: 4,
              units: {DESK: {operators: 2, hours: [0, 24]}}}
            """;
    private static final String TENANT = """
            name: {en: "Tenant", zh: "租客"}
            number: 7
            roles: {landlord: {account: PERSONAL, number: MOBILE}}
            steps:
              - payment: {to: landlord, amount: [3000, 9000]}
            """;
    private static final String FEE = """
            name: {en: "Fee", zh: "收费"}
            family: loan
            dissuasion: {answers: 0.6, persuaded: 0.7, visited: 0.9, denies: 0.4, again: 0.1}
            roles:
              caller: {number: VIRTUAL_OPERATOR}
              mule: {account: PERSONAL, of: city, count: 5}
            let:
              loan: [40000, 60000]
            steps:
              - stage: L0
              - call: {with: caller, minutes: [2, 6]}
              - stage: L2
              - payment: {to: mule, amount: {share: 0.05, of: loan}}
                after: [1h, 2h]
              - stage: L4
              - payment: {to: mule, amount: {share: [0.2, 0.5], of: loan}}
                after: [1h, 2h]
            """;

    private final Path folder;

    public SmallCity(Path folder) {
        this.folder = folder;
        write("city.yaml", CITY);
        write("personas/tenant.yaml", TENANT);
        write("playbooks/fee.yaml", FEE);
    }

    public Path file() {
        return folder.resolve("city.yaml");
    }

    /** The same with one text of a file exchanged for another. */
    public SmallCity with(String file, String text, String instead) {
        try {
            String all = Files.readString(folder.resolve(file));
            if (!all.contains(text)) {
                throw new IllegalArgumentException(file + " has no " + text);
            }
            write(file, all.replace(text, instead));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public City read() {
        return read(Shift.NONE);
    }

    public City read(Shift shift) {
        return new CityReader(shift, FAMILIES).read(file());
    }

    private void write(String name, String text) {
        try {
            Files.createDirectories(folder.resolve(name).getParent());
            Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
