package org.quanzu.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class RuleSetControllerTest {
    private final Calls calls = new Calls();

    @Test
    void listsTheVersionsAndWhereTheyServe() {
        MvcTestResult answer = calls.get("/rule-sets");

        assertThat(answer)
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.ruleSets[0].version")
                .isEqualTo("v1");
        assertThat(answer)
                .bodyJson()
                .extractingPath("$.ruleSets[0].nodes")
                .asArray()
                .containsExactly("node-1");
        assertThat(answer)
                .bodyJson()
                .extractingPath("$.ruleSets[0].servingSince")
                .isEqualTo("2026-03-01T00:00:00Z");
    }

    @Test
    void showsWhatTheCurrentOneConsistsOf() {
        MvcTestResult answer = calls.get("/rule-sets/current");

        assertThat(answer).hasStatusOk().bodyJson().extractingPath("$.version").isEqualTo("v1");
        assertThat(answer).bodyJson().extractingPath("$.rules[0].rule").isEqualTo("LOAN-001");
        assertThat(answer).bodyJson().extractingPath("$.levels[0].code").isEqualTo("RED");
    }
}
