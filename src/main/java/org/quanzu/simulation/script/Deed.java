package org.quanzu.simulation.script;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quanzu.event.AppActivityEvent;
import org.quanzu.event.Direction;
import org.quanzu.event.MessageEvent;
import org.quanzu.event.TransactionEvent;

/** What one step of a script does. {@code another}: the chance that a role is somebody new of the same kind from there on. */
public sealed interface Deed {

    /** How the last digits of an amount come about. */
    enum Ending {
        ROUND,
        EXACT,
        ANY
    }

    /** What money is moved, for what, and with which words; an empty memo is none. */
    record Sum(Quantity amount, @Nullable Ending ending, TransactionEvent.Purpose purpose, Weights<String> memo) {}

    /** The person pays {@code to}; chances that the bank refuses, and that it sees the screen shared or the device controlled. */
    record Pay(
            String to,
            double another,
            Sum sum,
            Weights<TransactionEvent.Channel> channel,
            double fails,
            double screen,
            double remote)
            implements Deed {}

    /** The person is paid by {@code from}. */
    record Receive(String from, double another, Sum sum) implements Deed {}

    /** A call; {@code meanwhile} happens while they talk, and the call lasts until the last of it. */
    record Talk(
            String with, double another, Direction direction, Quantity minutes, double answered, List<Step> meanwhile)
            implements Deed {}

    /** A message; {@code chatSeen}: anybody may hear of it even when it goes through a chat. */
    record Tell(
            String with,
            double another,
            Direction direction,
            Weights<MessageEvent.Channel> channel,
            boolean chatSeen,
            Set<String> themes,
            double link)
            implements Deed {}

    /** Something done on the device; {@code subject} is a role with apps. */
    record Use(AppActivityEvent.Kind kind, @Nullable String subject, double offStore) implements Deed {}

    /** The steps, so many times. */
    record Repeat(Quantity times, List<Step> steps) implements Deed {}

    /** One of several courses. */
    record Choose(Weights<List<Step>> courses) implements Deed {}

    /** The end of the script, by chance. */
    record Quit(double chance) implements Deed {}

    /** From here on the script is at this stage. */
    record Enter(String stage) implements Deed {}
}
