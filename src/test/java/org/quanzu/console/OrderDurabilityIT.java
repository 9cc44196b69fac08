package org.quanzu.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quanzu.outreach.Receiver;
import org.quanzu.outreach.Receiver.Post;
import org.quanzu.scoring.Assessment;
import org.quanzu.testkit.RawHttp;
import org.quanzu.testkit.ServerProcess;
import org.quanzu.testkit.Times;

/** The process is killed while a message is under way, and once more while a stop-payment is. */
class OrderDurabilityIT {
    private static final String PASSWORD = "an administrator's password";
    private static final int WARNED = 60;
    /** One when the call is told, one when the payment makes it urgent. */
    private static final int MESSAGES_EACH = 2;

    private static final int WORKED_ON = 10;
    private static final int KILLED_AT_STOP = 5;
    private static final int KILLED_AT_MESSAGE = 20;
    private static final Pattern PERSON = Pattern.compile("\"personId\":\"(p-\\d+)\"");
    private static final Pattern PAYMENT = Pattern.compile("name=\"payment\" value=\"([^\"]+)\"");
    private static final Pattern LEASE = Pattern.compile("name=\"lease\" value=\"([^\"]+)\"");

    @TempDir
    private Path folder;

    private final Receiver receiver = new Receiver();
    private final AtomicReference<ServerProcess> server = new AtomicReference<>();
    private final AtomicInteger stops = new AtomicInteger();
    private final AtomicInteger messages = new AtomicInteger();
    private final String now = Times.minutesAgo(0);

    /** The keys of orders a page said were put, by path of their receiver. */
    private final Map<String, Set<String>> acknowledged = new TreeMap<>();

    OrderDurabilityIT() throws IOException {}

    @AfterEach
    void stop() {
        server.get().close();
        receiver.close();
    }

    private void start() {
        List<String> options = new ArrayList<>(List.of(
                "--quanzu.admin-password=" + PASSWORD,
                "--quanzu.outreach.allow-private=true",
                "--quanzu.desk.quiet-from=00:00",
                "--quanzu.desk.quiet-until=00:00"));
        for (String kind : List.of("stop-payment", "visit", "message")) {
            String webhook = "--quanzu.outreach.webhooks." + kind;
            options.add(webhook + ".url=" + receiver.url("/" + kind));
            options.add(webhook + ".secret=0123456789abcdef");
        }
        server.set(ServerProcess.start(folder.resolve("data"), options.toArray(String[]::new)));
    }

    @Test
    void bringsEveryOrderOnceUnderOneKeyThoughItIsKilledTwice() throws Exception {
        receiver.does(exchange -> {
            String path = exchange.getRequestURI().getPath();
            boolean deadly = path.equals("/stop-payment") && stops.incrementAndGet() == KILLED_AT_STOP
                    || path.equals("/message") && messages.incrementAndGet() == KILLED_AT_MESSAGE;
            if (deadly) {
                server.get().kill();
            } else {
                Receiver.answer(exchange, 200, "ok");
            }
        });
        start();
        Map<Integer, String> beforeTheKill = warn();
        awaitTheKill();

        start();
        Map<Integer, String> answers = warn();
        assertThat(answers).hasSize(WARNED).containsAllEntriesOf(beforeTheKill);
        order();
        assertThat(acknowledged.get("/stop-payment")).hasSizeGreaterThanOrEqualTo(KILLED_AT_STOP - 1);

        start();
        assertThat(warn()).isEqualTo(answers);
        awaitEverything();
        assertThat(keysByPerson("/message"))
                .hasSize(WARNED)
                .allSatisfy((person, keys) -> assertThat(keys).as(person).hasSize(MESSAGES_EACH));
        assertThat(keysByPerson("/visit")).allSatisfy(OrderDurabilityIT::hasOneKey);
        assertThat(keysByPerson("/stop-payment")).allSatisfy(OrderDurabilityIT::hasOneKey);
        assertThat(posts("/stop-payment")).extracting(Post::key).doesNotHaveDuplicates();
        assertThat(posts("/message").size()).isEqualTo(WARNED * MESSAGES_EACH + 1);
        assertThat(signedIn().get("/console/orders?state=UNCERTAIN").body())
                .containsOnlyOnce("name=\"reason\"")
                .contains("Stop-payment");
    }

    private static void hasOneKey(String person, Set<String> keys) {
        assertThat(keys).as(person).hasSize(1);
    }

    private List<Post> posts(String path) {
        return receiver.posts().stream()
                .filter(post -> post.path().equals(path))
                .toList();
    }

    private Map<String, Set<String>> keysByPerson(String path) {
        Map<String, Set<String>> keys = new HashMap<>();
        for (Post post : posts(path)) {
            Matcher person = PERSON.matcher(post.body());
            assertThat(person.find()).as(post.body()).isTrue();
            keys.computeIfAbsent(person.group(1), id -> new TreeSet<>()).add(post.key());
        }
        return keys;
    }

    private Set<String> keys(String path) {
        Set<String> keys = new HashSet<>();
        posts(path).forEach(post -> keys.add(post.key()));
        return keys;
    }

    private void awaitEverything() {
        Awaitility.await().untilAsserted(() -> {
            assertThat(keys("/message")).hasSize(WARNED * MESSAGES_EACH);
            acknowledged.forEach(
                    (path, wanted) -> assertThat(keys(path)).as(path).containsAll(wanted));
        });
    }

    /** Sends the events that warn of each person, the same ones every time; what was answered, by person. */
    private Map<Integer, String> warn() {
        Map<Integer, String> answers = new TreeMap<>();
        try (RawHttp http = new RawHttp(server.get().port(), ServerProcess.KEY)) {
            for (int person = 0; person < WARNED; person++) {
                answers.put(person, warn(http, person));
            }
        } catch (IOException e) {
            awaitTheKill();
        }
        return answers;
    }

    /** Messages leave after the answers: all may be there before the deadly one is delivered. */
    private void awaitTheKill() {
        Awaitility.await().until(() -> !server.get().isAlive());
    }

    private String warn(RawHttp http, int person) throws IOException {
        http.post("/api/v1/calls", """
                {"eventId":"c-%1$d","personId":"p-%1$d","occurredAt":"%2$s","direction":"IN",
                "number":"+447700900123","answered":true,"durationSeconds":2400,"state":"ENDED"}""".formatted(person, now));
        RawHttp.Response answer = http.post("/api/v1/transactions", """
                {"eventId":"t-%1$d","personId":"p-%1$d","occurredAt":"%2$s","direction":"OUT","amount":"38600.00",
                "currency":"CNY","counterparty":{"account":"62220202001122%1$05d","kind":"PERSONAL",
                "bank":"ICBC","name":"Zhang San"},"purpose":"TRANSFER","channel":"MOBILE_APP",
                "status":"COMPLETED"}""".formatted(person, now));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.text()).contains("\"level\":\"RED\"");
        return answer.text();
    }

    private Browser signedIn() {
        Browser browser = new Browser(server.get().port(), true);
        browser.signIn("admin", PASSWORD);
        return browser;
    }

    /** An operator orders for one case after the other until the process is dead. */
    private void order() {
        Browser browser = signedIn();
        try {
            for (int person = 0; person < WORKED_ON; person++) {
                String page = "/console/cases/" + Assessment.caseOf("p-" + person);
                Awaitility.await().until(() -> browser.get(page).statusCode() == 200);
                String taken = browser.post("/console/queue", page + "/take").body();
                String lease = found(LEASE, taken);
                put(browser, page, "visit", "lease", lease, "unit", "STATION", "minutes", "30", "task", "See them");
                put(browser, page, "stop-payment", "lease", lease, "payment", found(PAYMENT, taken));
            }
        } catch (IllegalStateException e) {
            assertThat(e).hasCauseInstanceOf(IOException.class);
        }
        awaitTheKill();
    }

    private void put(Browser browser, String page, String deed, String... fields) {
        String id = UUID.randomUUID().toString();
        List<String> all = new ArrayList<>(List.of(fields));
        all.addAll(List.of("order", id));
        HttpResponse<String> answer = browser.post(page, page + "/orders/" + deed, all.toArray(String[]::new));
        if (answer.body().contains("was ordered.")) {
            acknowledged.computeIfAbsent("/" + deed, path -> new TreeSet<>()).add(id);
        }
    }

    private static String found(Pattern pattern, String page) {
        Matcher matcher = pattern.matcher(page);
        assertThat(matcher.find()).as(page).isTrue();
        return matcher.group(1);
    }
}
