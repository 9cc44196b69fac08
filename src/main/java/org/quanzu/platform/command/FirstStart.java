package org.quanzu.platform.command;

import java.io.PrintStream;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.quanzu.platform.QuanzuSettings;
import org.quanzu.platform.access.FirstAccess;
import org.quanzu.platform.access.Users;
import org.springframework.core.env.Environment;

/** Prints, once and only on the console, what the first start has made, and a request to try at once. */
final class FirstStart {
    private final FirstAccess access;
    private final Environment environment;
    private final Clock clock;
    private final PrintStream console;

    FirstStart(FirstAccess access, Environment environment, Clock clock, PrintStream console) {
        this.access = access;
        this.environment = environment;
        this.clock = clock;
        this.console = console;
    }

    /** Makes what is missing, as the settings say, and prints what was made. */
    void prepare(QuanzuSettings settings) {
        var made = access.ensure(settings);
        if (made.first()) {
            console.println();
            console.println("This is the first start. What follows is shown only now.");
            if (made.password() != null) {
                console.println("  user      " + Users.ADMINISTRATOR);
                console.println("  password  " + made.password());
            }
            if (made.apiKey() != null) {
                console.println("  API key   " + made.apiKey());
            }
            console.println();
            console.println("Try it; the last line answers RED:");
            console.println(example(made.apiKey() == null ? "$QUANZU_API_KEY" : made.apiKey()));
            console.flush();
        }
    }

    /** A call from abroad that still goes on after 40 minutes, and a transfer to a stranger. */
    String example(String apiKey) {
        var now = OffsetDateTime.now(clock)
                .withOffsetSameInstant(ZoneOffset.ofHours(8))
                .truncatedTo(ChronoUnit.SECONDS);
        return String.format(
                Locale.ROOT, """

                curl -s %s/api/v1/events \\
                  -H "Authorization: Bearer %s" -H "Content-Type: application/x-ndjson" --data-binary @- <<'END'
                {"type":"call","eventId":"try-1","personId":"try","occurredAt":"%s","direction":"IN","number":"+447700900123","answered":true,"state":"ACTIVE"}
                {"type":"transaction","eventId":"try-2","personId":"try","occurredAt":"%s","direction":"OUT","amount":"8600.00","currency":"CNY","counterparty":{"account":"6222020200112233445","kind":"PERSONAL"},"purpose":"TRANSFER","channel":"MOBILE_APP","status":"ATTEMPTED"}
                END
                """, ServeCommand.address(environment), apiKey, time(now.minusMinutes(40)), time(now));
    }

    private static String time(OffsetDateTime time) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
    }
}
