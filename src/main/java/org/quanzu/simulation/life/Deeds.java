package org.quanzu.simulation.life;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.quanzu.event.AppActivityEvent;
import org.quanzu.event.Counterparty;
import org.quanzu.event.Direction;
import org.quanzu.event.MessageEvent;
import org.quanzu.event.Session;
import org.quanzu.event.TransactionEvent;
import org.quanzu.event.TransactionEvent.Channel;
import org.quanzu.event.TransactionEvent.Status;
import org.quanzu.event.TransactionStatusEvent;
import org.quanzu.simulation.life.Episode.Loss;
import org.quanzu.simulation.population.Partner;
import org.quanzu.simulation.script.Deed;
import org.quanzu.simulation.script.Step;

/** Does what the steps of a script say: moves money, sends messages, touches the device. */
final class Deeds {
    private static final int SETTLES = 40_000;

    private final Scene scene;
    private final Amounts amounts;
    private final Calls calls;

    Deeds(Scene scene, Amounts amounts) {
        this.scene = scene;
        this.amounts = amounts;
        calls = new Calls(scene, amounts);
    }

    Amounts amounts() {
        return amounts;
    }

    Calls calls() {
        return calls;
    }

    void perform(Step step, long second) {
        boolean seen = step.seen() >= 1 || scene.chance(step.seen());
        Deed deed = step.deed();
        if (deed instanceof Deed.Pay pay) {
            pay(pay, scene.millis(second), seen);
        } else if (deed instanceof Deed.Receive receive) {
            receive(receive, scene.millis(second), seen);
        } else if (deed instanceof Deed.Tell tell) {
            tell(tell, scene.millis(second), seen);
        } else if (deed instanceof Deed.Use use) {
            use(use, scene.millis(second), seen);
        } else if (deed instanceof Deed.Enter enter) {
            scene.enter(enter.stage(), second);
        }
    }

    private void pay(Deed.Pay pay, long millis, boolean seen) {
        Partner to = scene.partner(pay.to(), pay.another());
        BigDecimal amount = amounts.written(
                pay.sum().amount().draw(scene.random(), amounts), pay.sum().ending());
        scene.diary().holdAtLeast(amount.doubleValue(), scene.random().nextDouble());
        BigDecimal balance = BigDecimal.valueOf(Math.round(scene.diary().balance() * 100), 2);
        boolean fails = scene.chance(pay.fails());
        Channel channel = pay.channel().choose(scene.random());
        boolean asks = scene.person().asks() && isAsked(channel, to);
        Status last = fails ? Status.FAILED : Status.COMPLETED;
        BigDecimal loss = to.criminal() && !fails ? amount : BigDecimal.ZERO;
        Session session = session(pay, channel);
        String memo = memo(pay.sum());
        String id = scene.ofBank(
                millis,
                seen,
                loss,
                to,
                header -> new TransactionEvent(
                        header,
                        Direction.OUT,
                        amount,
                        "CNY",
                        counterparty(to),
                        pay.sum().purpose(),
                        channel,
                        asks ? Status.ATTEMPTED : last,
                        memo,
                        balance,
                        session));
        if (asks) {
            scene.ofBank(
                    millis + 2000 + scene.random().nextInt(SETTLES),
                    seen,
                    BigDecimal.ZERO,
                    null,
                    header -> new TransactionStatusEvent(header, id, last));
        }
        if (!fails) {
            moved(to, amount.negate(), millis, seen, asks);
        }
        amounts.set("previous", amount.doubleValue());
    }

    /** Whether a bank asks first: transfers are asked for, small purchases and cash are told afterwards. */
    private static boolean isAsked(Channel channel, Partner to) {
        return (channel == Channel.MOBILE_APP || channel == Channel.WEB || channel == Channel.COUNTER)
                && to.kind() != Counterparty.Kind.MERCHANT;
    }

    private Session session(Deed.Pay pay, Channel channel) {
        if (!scene.person().device() || channel != Channel.MOBILE_APP) {
            return Session.UNKNOWN;
        }
        String device = "d-" + scene.person().resident().index();
        return new Session(device, scene.chance(pay.screen()), scene.chance(pay.remote()), scene.onCall());
    }

    private void receive(Deed.Receive receive, long millis, boolean seen) {
        Partner from = scene.partner(receive.from(), receive.another());
        BigDecimal amount = amounts.written(
                receive.sum().amount().draw(scene.random(), amounts),
                receive.sum().ending());
        BigDecimal loss = from.criminal() ? amount.negate() : BigDecimal.ZERO;
        BigDecimal balance = BigDecimal.valueOf(Math.round(scene.diary().balance() * 100), 2);
        String memo = memo(receive.sum());
        scene.ofBank(
                millis,
                seen,
                loss,
                from,
                header -> new TransactionEvent(
                        header,
                        Direction.IN,
                        amount,
                        "CNY",
                        counterparty(from),
                        receive.sum().purpose(),
                        Channel.OTHER,
                        Status.COMPLETED,
                        memo,
                        balance,
                        Session.UNKNOWN));
        moved(from, amount, millis, seen, false);
        amounts.set("received", amount.doubleValue());
    }

    private @Nullable String memo(Deed.Sum sum) {
        String memo = sum.memo().choose(scene.random());
        return memo.isEmpty() ? null : memo;
    }

    private static Counterparty counterparty(Partner with) {
        return new Counterparty(with.account(), with.kind(), null, null);
    }

    private void moved(Partner with, BigDecimal amount, long millis, boolean seen, boolean asked) {
        scene.diary().move(amount.doubleValue());
        EpisodeLog log = scene.log();
        if (with.criminal() && log != null) {
            log.lost(new Loss(millis, amount.negate(), seen, asked));
            amounts.add("lost", amount.negate().doubleValue());
        }
    }

    private void tell(Deed.Tell tell, long millis, boolean seen) {
        Partner with = scene.partner(tell.with(), tell.another());
        boolean link = scene.chance(tell.link());
        MessageEvent.Channel channel = tell.channel().choose(scene.random());
        boolean heard = seen && (channel != MessageEvent.Channel.CHAT || tell.chatSeen());
        scene.ofTelecom(
                millis,
                millis,
                heard,
                with,
                header -> new MessageEvent(header, tell.direction(), with.number(), channel, tell.themes(), link));
    }

    private void use(Deed.Use use, long millis, boolean seen) {
        Partner subject = use.subject() == null ? null : scene.partner(use.subject(), 0);
        boolean offStore = scene.chance(use.offStore());
        boolean told = scene.person().device() || isAtBank(use.kind());
        scene.ofBank(
                millis,
                seen && told,
                BigDecimal.ZERO,
                null,
                header -> new AppActivityEvent(
                        header,
                        use.kind(),
                        subject == null ? null : subject.app(),
                        subject == null ? null : (Boolean) offStore));
    }

    /** Whether it happens at the bank itself, which needs no sight of the device. */
    private static boolean isAtBank(AppActivityEvent.Kind kind) {
        return switch (kind) {
            case PAYEE_ADDED, LIMIT_RAISED, NEW_DEVICE_LOGIN, CALL_FORWARDING_SET, SITE_VISITED -> true;
            default -> false;
        };
    }
}
