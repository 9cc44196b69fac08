package org.quanzu.assessor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.quanzu.assessor.SeenEvents.Known;
import org.quanzu.event.EventKey;

class SeenEventsTest {

    @Test
    void tellsARepeatFromAnIdUsedTwice() {
        SeenEvents seen = SeenEvents.NONE.with(key("t-1"), 7);

        assertThat(seen.find(key("t-1"), 7)).isEqualTo(Known.SAME);
        assertThat(seen.find(key("t-1"), 8)).isEqualTo(Known.OTHER_CONTENT);
        assertThat(seen.find(key("t-2"), 7)).isEqualTo(Known.NEW);
        assertThat(seen.find(new EventKey("telecom", "t-1"), 7)).isEqualTo(Known.NEW);
    }

    @Test
    void remembersTheLatestOnly() {
        SeenEvents seen = upTo(SeenEvents.MOST + 1);

        assertThat(seen.size()).isEqualTo(SeenEvents.MOST);
        assertThat(seen.find(key("t-1"), 1)).isEqualTo(Known.NEW);
        assertThat(seen.find(key("t-2"), 1)).isEqualTo(Known.SAME);
        assertThat(seen.find(key("t-" + (SeenEvents.MOST + 1)), 1)).isEqualTo(Known.SAME);
    }

    @Test
    void keepsSuccessorsOfOneValueApart() {
        SeenEvents before = upTo(20);

        SeenEvents one = before.with(key("one"), 1);
        SeenEvents other = before.with(key("other"), 1);

        assertThat(one.find(key("other"), 1)).isEqualTo(Known.NEW);
        assertThat(other.find(key("one"), 1)).isEqualTo(Known.NEW);
        assertThat(before.find(key("one"), 1)).isEqualTo(Known.NEW);
        assertThat(one.find(key("t-20"), 1)).isEqualTo(Known.SAME);
        assertThat(other.find(key("t-20"), 1)).isEqualTo(Known.SAME);
    }

    private static SeenEvents upTo(int last) {
        SeenEvents seen = SeenEvents.NONE;
        for (int i = 1; i <= last; i++) {
            seen = seen.with(key("t-" + i), 1);
        }
        return seen;
    }

    private static EventKey key(String id) {
        return new EventKey("bank", id);
    }
}
