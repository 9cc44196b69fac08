package org.quanzu.problem;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quanzu.eventjson.Fault;
import org.quanzu.eventjson.InvalidBody;
import org.quanzu.testkit.Problems;

class ProblemTest {

    @ParameterizedTest
    @EnumSource
    void advisesWhateverTheKind(ProblemKind kind) {
        Problem bare = Problem.of(kind, null);
        Problem told = Problem.of(kind, "This and that");

        Problems.assertProblem(new String(bare.json(), UTF_8), kind.status());
        Problems.assertProblem(new String(told.json(), UTF_8), kind.status());
        assertThat(told.detail()).startsWith("This and that\nMaybe ");
    }

    @Test
    void leavesTheAdviceThatIsThere() {
        Problem problem = Problem.of(ProblemKind.NOT_FOUND, "There is none\nMaybe tomorrow");

        assertThat(problem.detail()).isEqualTo("There is none\nMaybe tomorrow");
    }

    @Test
    void takesNoWordInTheMiddleForAdvice() {
        Problem problem = Problem.of(new InvalidBody(List.of(new Fault("/memo", "is \"Maybe so\""))));

        assertThat(problem.detail()).startsWith("/memo is \"Maybe so\"\nMaybe ");
    }

    @ParameterizedTest
    @ValueSource(ints = {402, 414, 431, 501, 507})
    void keepsAStatusThatNoKindHas(int status) {
        Problem problem = Problem.ofStatus(status, null);

        Problems.assertProblem(new String(problem.json(), UTF_8), status);
    }
}
