package org.quanzu.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RecentContactsTest {
    private static final long DAY = Duration.ofDays(1).toMillis();
    private final RecentContacts contacts = new RecentContacts();

    @Test
    void countsOthersOfTheLastDayOnce() {
        contacts.add("p-1", 1_000);
        contacts.add("p-2", 2_000);
        contacts.add("p-2", 3_000);

        assertThat(contacts.othersThan("p-1", 3_000)).isEqualTo(1);
        assertThat(contacts.othersThan("p-3", 3_000)).isEqualTo(2);
        assertThat(contacts.othersThan("p-3", 1_500)).isEqualTo(1);
        assertThat(contacts.othersThan("p-3", 1_000 + DAY)).isEqualTo(1);
        assertThat(contacts.othersThan("p-3", 3_000 + DAY)).isZero();
    }

    @Test
    void staysBounded() {
        for (int i = 0; i < 500; i++) {
            contacts.add("p-" + i, i);
        }

        assertThat(contacts.othersThan("p-x", 500)).isEqualTo(RecentContacts.MOST);
    }
}
