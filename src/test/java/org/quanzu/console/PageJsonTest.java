package org.quanzu.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class PageJsonTest {

    @Test
    void cannotEndTheElementItStandsIn() {
        String hostile = "</script><!-- & ]]> \u2028\u2029 \"'";

        String json = PageJson.of(Map.of("text", hostile));

        assertThat(json).doesNotContain("<", ">", "&", "\u2028", "\u2029");
        assertThat(JsonMapper.shared().readTree(json).path("text").asString()).isEqualTo(hostile);
    }
}
