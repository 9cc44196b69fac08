package org.quanzu.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.quanzu.outreach.banks.Notice;

class AfterwardsControllerTest {
    private final Calls calls = new Calls();

    private void notice(long seq, String source) {
        calls.view.notices.add(
                new Notice(seq, UUID.randomUUID(), source, "{\"level\":\"RED\",\"seq\":" + seq + "}", 0));
    }

    @Test
    void goesOnWhereTheReaderStopped() {
        notice(1, "bank");
        notice(2, "telecom");
        notice(4, "bank");
        notice(7, "bank");

        assertThat(calls.get("/level-changes?limit=2"))
                .bodyText()
                .isEqualTo("{\"changes\":[{\"level\":\"RED\",\"seq\":1},{\"level\":\"RED\",\"seq\":4}],\"next\":4}");
        assertThat(calls.get("/level-changes?after=4")).bodyText().contains("\"seq\":7", "\"next\":7");
        assertThat(calls.get("/level-changes?after=7")).bodyText().isEqualTo("{\"changes\":[],\"next\":7}");
    }

    @Test
    void refusesWhatIsNoPlaceAndNoNumber() {
        Calls.assertProblem(calls.get("/level-changes?after=-1"), 400, "bad-request");
        Calls.assertProblem(calls.get("/level-changes?limit=1001"), 400, "bad-request");
        Calls.assertProblem(calls.get("/level-changes?after=x"), 400, "bad-request");
    }

    @Test
    void knowsNoCaseOfPersonsTheSourceNeverToldOf() {
        Calls.assertProblem(calls.get("/cases/c-1"), 404, "unknown-case");
    }
}
