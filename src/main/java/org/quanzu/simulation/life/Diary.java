package org.quanzu.simulation.life;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;

/** What will happen to one person, in order of time, and the money in the account. */
final class Diary {
    private final PriorityQueue<Happening> coming = new PriorityQueue<>(Happening.IN_TIME);
    private double balance;
    private int count;

    Diary(double balance) {
        this.balance = balance;
    }

    int next() {
        return count++;
    }

    void add(Happening happening) {
        coming.add(happening);
    }

    double balance() {
        return balance;
    }

    /** Moves money; what is not there comes from somewhere else first. */
    void move(double amount) {
        balance = Math.max(0, balance + amount);
    }

    /** Makes sure that there is at least {@code amount}, and a bit more where money has to come from elsewhere. */
    void holdAtLeast(double amount, double more) {
        balance = balance >= amount ? balance : amount * (1 + more);
    }

    boolean isEmpty() {
        return coming.isEmpty();
    }

    List<Happening> before(long millis) {
        List<Happening> due = new ArrayList<>();
        while (!coming.isEmpty() && coming.peek().atMillis() < millis) {
            due.add(coming.remove());
        }
        return due;
    }
}
