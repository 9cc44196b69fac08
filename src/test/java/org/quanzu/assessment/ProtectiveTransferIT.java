package org.quanzu.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quanzu.testkit.BankEvents.NOON;
import static org.quanzu.testkit.BankEvents.payment;

import java.math.BigDecimal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quanzu.event.PersonRef;
import org.quanzu.person.ProtectiveTransfers;
import org.quanzu.testkit.TestNode;

class ProtectiveTransferIT {
    private static final String ALLOWED = "\"decision\":\"ALLOW\"";
    private static final String HELD = "\"decision\":\"HOLD\"";

    private final TestNode node = new TestNode();

    @BeforeEach
    void exceptOnePayment() {
        node.exceptions.put(
                "p-1 acc9",
                new ProtectiveTransfers.Exception(NOON.minusHours(1).toInstant(), new BigDecimal("100000")));
    }

    @AfterEach
    void stop() {
        node.close();
    }

    @Test
    void allowsWhatAnOfficerExceptedAndKeepsTheWarning() {
        String answer = node.answer(payment("t-1", "p-1", "60000"));

        assertThat(answer).contains(ALLOWED, "\"level\":\"RED\"", "\"protectiveTransfer\":true", "\"caseId\"");
    }

    @Test
    void holdsWhatGoesBeyondTheExceptedAmount() {
        node.answer(payment("t-1", "p-1", "60000"));

        String beyond = node.answer(payment("t-2", "p-1", "40000.01"));
        String rest = node.answer(payment("t-3", "p-2", "40000"));

        assertThat(beyond).contains(HELD).doesNotContain("protectiveTransfer");
        assertThat(rest).contains(HELD);
    }

    @Test
    void holdsPaymentsToOthers() {
        String answer = node.answer(payment("t-1", PersonRef.ofId("p-1"), "60000", "acc-8", NOON));

        assertThat(answer).contains(HELD).doesNotContain("protectiveTransfer");
    }

    @Test
    void answersARepeatAsBeforeWhenTheExceptionHasEnded() {
        String first = node.answer(payment("t-1", "p-1", "60000"));
        String quiet = node.answer(payment("t-2", "p-1", "20"));
        node.exceptions.clear();
        node.restart();

        String again = node.answer(payment("t-1", "p-1", "60000"));
        String quietAgain = node.answer(payment("t-2", "p-1", "20"));

        assertThat(again).isEqualTo(first);
        assertThat(quietAgain).isEqualTo(quiet);
    }
}
