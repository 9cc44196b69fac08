package org.quanzu.rules.engine;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.drools.base.util.Drools;
import org.quanzu.fact.AppActivity;
import org.quanzu.fact.Call;
import org.quanzu.fact.Fact;
import org.quanzu.fact.KnownNumber;
import org.quanzu.fact.Message;
import org.quanzu.fact.Now;
import org.quanzu.fact.Party;
import org.quanzu.fact.Transaction;
import org.quanzu.rulefile.Known;
import org.quanzu.rulefile.LinearRegex;

/** What bytecode was made from and with; it differs whenever the conditions, the engine, the host or the facts do. */
final class CompilationKey {
    private static final List<Class<?>> COMPILED_AGAINST = List.of(
            Fact.class,
            Now.class,
            Call.class,
            Transaction.class,
            Message.class,
            AppActivity.class,
            Party.class,
            KnownNumber.class,
            Known.class,
            LinearRegex.class);

    private CompilationKey() {}

    static String of(Map<String, String> conditions) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            new TreeMap<>(conditions).forEach((name, text) -> update(digest, name + '\0' + text));
            madeWith().forEach(part -> update(digest, part));
            for (Class<?> used : COMPILED_AGAINST) {
                try (InputStream in = used.getResourceAsStream(used.getSimpleName() + ".class")) {
                    digest.update(Objects.requireNonNull(in).readAllBytes());
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException | IOException e) {
            throw new IllegalStateException("The compiled rules cannot be told apart", e);
        }
    }

    /** The engine, the Java and the settings of the host that can leave traces in what the compiler makes. */
    private static List<String> madeWith() {
        return List.of(
                Drools.getFullVersion(),
                System.getProperty("java.vm.vendor", ""),
                System.getProperty("java.vm.version", ""),
                Charset.defaultCharset().name(),
                System.getProperty("sun.jnu.encoding", ""),
                Locale.getDefault().toLanguageTag());
    }

    private static void update(MessageDigest digest, String part) {
        digest.update((part + '\0').getBytes(StandardCharsets.UTF_8));
    }
}
