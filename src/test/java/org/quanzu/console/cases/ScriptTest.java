package org.quanzu.console.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.quanzu.console.cases.Script.Block;
import org.quanzu.console.cases.Script.Kind;
import org.quanzu.console.cases.Script.Run;

class ScriptTest {

    @Test
    void readsHeadingsListsAndBoldWords() {
        Script script = Script.of("# Title\n\n## One\n- a\n- **b** c\n\n1. first\n2. second\n\nplain <b>\n");

        assertThat(script.blocks())
                .containsExactly(
                        new Block(Kind.TITLE, List.of(List.of(new Run("Title", false)))),
                        new Block(Kind.HEADING, List.of(List.of(new Run("One", false)))),
                        new Block(
                                Kind.LIST,
                                List.of(
                                        List.of(new Run("a", false)),
                                        List.of(new Run("b", true), new Run(" c", false)))),
                        new Block(
                                Kind.STEPS,
                                List.of(List.of(new Run("first", false)), List.of(new Run("second", false)))),
                        new Block(Kind.PARAGRAPH, List.of(List.of(new Run("plain <b>", false)))));
    }

    @Test
    void readsNothingAsNothing() {
        assertThat(Script.of("").blocks()).isEmpty();
    }
}
