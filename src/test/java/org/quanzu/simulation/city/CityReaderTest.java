package org.quanzu.simulation.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quanzu.simulation.SmallCity;
import org.quanzu.simulation.script.Shift;
import org.quanzu.simulation.yaml.InvalidScript;

class CityReaderTest {
    @TempDir
    private Path folder;

    @Test
    void readsACityWithItsScripts() {
        City city = new SmallCity(folder).read();

        assertThat(city.persons()).isEqualTo(40);
        assertThat(city.span().lived()).isEqualTo(33);
        assertThat(city.personas())
                .extracting(Persona::name, Persona::number)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("tenant", 7));
        assertThat(city.playbooks()).extracting(Playbook::name).containsExactly("fee");
        assertThat(city.team().units()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            city.yaml          | persons: 40            | persons: -4           | city.yaml:2: persons is -4 | Maybe 1
            city.yaml          | persons: 40            | persons: 0            | city.yaml:2: persons is 0 | Maybe 1
            city.yaml          | persons: 40            | persons: many         | city.yaml:2: persons is "many" | Maybe
            city.yaml          | persons: 40            | person: 40            | city.yaml:2: field "person" is unknown | Maybe you meant persons
            city.yaml          | {tenant: 0.3}          | {tennant: 0.3}        | persona "tennant" is unknown | Maybe you meant tenant
            city.yaml          | {tenant: 0.3}          | {tenant: 3}           | tenant is "3", which is no share | Maybe 0.03
            city.yaml          | {fee: 1}               | {fe: 1}               | playbook "fe" is unknown | Maybe you meant fee
            city.yaml          | raised: 1}             | raised: 1.5}          | raised is 1.5 | Maybe 0.015
            city.yaml          | begins: 2026-03-02     | begins: 2026-02-30    | begins is "2026-02-30", which is no day | Maybe
            city.yaml          | with: kin              | with: kim             | role "kim" is unknown | Maybe you meant kin
            city.yaml          | spread: 2}, channel    | spread: 0.5}, channel | spread is 0.5, but a spread is at least 1 | Maybe
            city.yaml          | {median: 28, spread: 2}| {median: -28, spread: 2}| median is "-28" | Maybe
            city.yaml          | largest_team: 4        | largest_team: 0       | largest_team is 0 | Maybe 1
            playbooks/fee.yaml | family: loan           | family: lone          | fee.yaml:2: family "lone" is unknown | Maybe you meant loan
            playbooks/fee.yaml | of: loan}}             | of: lone}}            | amount "lone" is unknown | Maybe you meant loan
            playbooks/fee.yaml | [1h, 2h]               | [2h, 1h]              | after goes from 2h down to 1h | Maybe exchange
            playbooks/fee.yaml | [1h, 2h]               | [1, 2]                | without a unit | Maybe
            playbooks/fee.yaml | answers: 0.6           | answers: 6            | answers is 6 | Maybe 0.06
            playbooks/fee.yaml | VIRTUAL_OPERATOR       | VIRTUAL_OPERATER      | VIRTUAL_OPERATER | Maybe you meant VIRTUAL_OPERATOR
            playbooks/fee.yaml | minutes: [2, 6]        | minute: [2, 6]        | field "minute" is unknown | Maybe you meant minutes
            playbooks/fee.yaml | - payment:             | - paymnt:             | paymnt | Maybe you meant payment
            """)
    void saysWhereSomethingCannotBeFollowed(String file, String text, String instead, String what, String maybe) {
        SmallCity city = new SmallCity(folder).with(file, text, instead);

        assertThatThrownBy(city::read)
                .isInstanceOf(InvalidScript.class)
                .hasMessageContaining(file.substring(file.lastIndexOf('/') + 1) + ":")
                .hasMessageContaining(what)
                .hasMessageContaining("\n" + maybe);
    }

    @Test
    void takesFromAnotherCityWhatItDoesNotSay() throws IOException {
        new SmallCity(folder);
        Path other = Files.writeString(folder.resolve("hamlet.yaml"), "like: city.yaml\npersons: 3\n");

        City hamlet = new CityReader(Shift.NONE, SmallCity.FAMILIES).read(other);

        assertThat(hamlet.persons()).isEqualTo(3);
        assertThat(hamlet.habits()).hasSize(2);
    }

    @Test
    void refusesCitiesThatAreLikeEachOther() throws IOException {
        new SmallCity(folder);
        Path other = Files.writeString(folder.resolve("a.yaml"), "like: a.yaml\n");

        assertThatThrownBy(() -> new CityReader(Shift.NONE, SmallCity.FAMILIES).read(other))
                .isInstanceOf(InvalidScript.class)
                .hasMessageContaining("goes round in a circle");
    }

    @Test
    void refusesWhatIsNoYaml() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.yaml"), "name: {en: \"a\n");

        assertThatThrownBy(() -> new CityReader(Shift.NONE, SmallCity.FAMILIES).read(broken))
                .isInstanceOf(InvalidScript.class)
                .hasMessageContaining("broken.yaml:")
                .hasMessageContaining("is not YAML");
    }
}
