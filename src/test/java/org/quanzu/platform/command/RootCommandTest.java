package org.quanzu.platform.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class RootCommandTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "frob",
                "serve extra",
                "simulate",
                "simulate a.yaml --persons 0",
                "simulate a.yaml --persons many",
                "simulate a.yaml --shift 1",
                "simulate a.yaml --threads 0",
                "check --quanzu.recent.payment-days=1",
                "simulate a.yaml --export csv",
                "simulate a.yaml --export ndjson --to http://127.0.0.1:1",
                "simulate a.yaml --export ndjson --calibrate",
                "key",
                "key create --name a",
                "key create --name a --scopes fly",
                "key create --name a --scopes read --expires yesterday",
                "key create --name a --scopes read --expires 0s",
                "key create --name a --scopes read --addresses 10.1.0.0/99",
                "key create --name a --scopes read --addresses example.org",
                "key create --name a --scopes read --requests-per-second -1",
                "user unlock",
                "--server.port=1 frob",
                "key revoke",
                "audit",
                "audit verify --holds 7",
                "person",
                "person erase --id p-1",
                "person erase --reason request",
                "user",
                "user add --name li",
                "user add --name li --role king",
                "user add --name Li! --role operator",
                "user add --name li --role operator --units d+k",
                "user add --name li --role operator --units desk,stattion",
                "backup",
                "backup --out no/such/folder/quanzu.backup",
                "restore",
                "restore --from no-such.backup"
            })
    void answersTwoForWrongUsage(String arguments) {
        assertThat(RootCommand.run(Object.class, arguments.split(" "))).isEqualTo(2);
    }

    @Test
    void checksThatRulesLookBackNoFurtherThanTheSettingsKeep(CapturedOutput output) {
        var code = RootCommand.run(Object.class, "check", "--quanzu.recent.payment-days=10");

        assertThat(code).isEqualTo(1);
        assertThat(output.getOut()).contains("looks further back than the 10 days a Transaction is kept");
    }

    @Test
    void saysWhichUnitMayBeMeant(CapturedOutput output) {
        RootCommand.run(Object.class, "user", "add", "--name", "li", "--role", "operator", "--units", "desk,stattion");

        assertThat(output.getErr()).contains("\"STATTION\" is no unit of units.csv", "Maybe you meant STATION");
    }

    @Test
    void saysWhatItTakes(CapturedOutput output) {
        var code = RootCommand.run(Object.class, "--help");

        assertThat(code).isZero();
        assertThat(output.getOut()).contains("serve", "check", "key", "user", "--server.port=8081");
    }
}
