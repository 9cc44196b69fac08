package org.quanzu.rules.engine;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.drools.model.Model;
import org.quanzu.event.Counterparty;
import org.quanzu.event.Direction;
import org.quanzu.event.Header;
import org.quanzu.event.PersonRef;
import org.quanzu.event.Session;
import org.quanzu.event.TransactionEvent;
import org.quanzu.fact.Now;
import org.quanzu.fact.Surroundings;
import org.quanzu.profile.Profile;
import org.quanzu.profile.Update;
import org.quanzu.rulefile.RuleFilesReader;
import org.quanzu.rules.HostFault;
import org.quanzu.watchlist.Watchlists;

/**
 * Two rules with Chinese words that are compiled, kept and evaluated together with those of the rule files. One must match
 * a payment and the other, whose words differ in those characters alone, must not; this proves that nothing was lost to the
 * charset or the locale of the host on the way.
 */
final class SelfTest {
    private static final String MATCHING = "self_test_matching";
    private static final String SILENT = "self_test_silent";
    private static final String MEMO = "\u6536\u76ca\u63d0\u73b0";
    private static final String OTHER = "\u8d37\u6b3e\u8ba4\u8bc1";
    private static final String RULE = """
            package general
            rule "self test"
              @id(GEN-001) @status(live) @points(1) @evidence(MONEY) @reason("r") @reason_zh("r") @ordinary("o")
            when
              $now : Now( )
              $p : Transaction( outgoing, memo matches ".*PART.*", memo == "WHOLE", payee.timesBefore <= 2, this before[0m, 1h] $now )
            then
            end
            """;

    private SelfTest() {}

    /** {@code conditions} and those of the self-test, by name. */
    static Map<String, String> with(Map<String, String> conditions) {
        Map<String, String> all = new LinkedHashMap<>(conditions);
        all.put(MATCHING, conditions(MEMO));
        all.put(SILENT, conditions(OTHER));
        return all;
    }

    private static String conditions(String memo) {
        String text = RULE.replace("PART", memo.substring(1, 3)).replace("WHOLE", memo);
        return RuleFilesReader.readAlone("general/self_test.drl", "GEN", text).conditions(0);
    }

    /** Takes the rules of the self-test out of {@code models}; whether they did as they must. */
    static boolean passes(Map<String, Model> models) {
        Model matching = models.remove(MATCHING);
        Model silent = models.remove(SILENT);
        return matching != null && silent != null && matches(matching) && !matches(silent);
    }

    private static boolean matches(Model model) {
        TransactionEvent payment = new TransactionEvent(
                new Header("t", "self-test", PersonRef.ofId("p"), OffsetDateTime.parse("2026-03-05T12:00:00+08:00")),
                Direction.OUT,
                BigDecimal.TEN,
                "CNY",
                new Counterparty("a", Counterparty.Kind.PERSONAL, null, null),
                TransactionEvent.Purpose.TRANSFER,
                TransactionEvent.Channel.MOBILE_APP,
                TransactionEvent.Status.ATTEMPTED,
                MEMO,
                null,
                Session.UNKNOWN);
        Profile profile = Update.of(Profile.empty("p"), payment, Surroundings.UNKNOWN, Watchlists.EMPTY)
                .after();
        boolean[] matched = {false};
        new RuleEngine(List.of(model)).fire(profile.factsNow(), new Now(profile.latestMillis(), 1), match -> {
            matched[0] = true;
            return false;
        });
        return matched[0];
    }

    /** What a host is that fails the test. */
    static HostFault failed(String why) {
        return new HostFault("Rules do not work on this host: " + why + " (Java "
                + System.getProperty("java.version") + ", charset " + Charset.defaultCharset() + ", locale "
                + Locale.getDefault() + ")"
                + "\nMaybe start Java with -Dfile.encoding=UTF-8 -Duser.language=en, and report the line above");
    }
}
