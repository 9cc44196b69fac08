package org.quanzu.platform.command;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Settles the locale of the process and the charset it prints in, before anything reads them. Our own code names both
 * wherever it matters; the libraries do not (a parser of Java spells {@code int} by the default locale).
 */
public final class HostDefaults {
    private static final String CHINESE = "\u52dd\u963b";

    private HostDefaults() {}

    /** Must come first in {@code main}. */
    public static void settle() {
        Locale.setDefault(Locale.ENGLISH);
        System.setOut(new PrintStream(new FileOutputStream(FileDescriptor.out), true, charset("stdout")));
        System.setErr(new PrintStream(new FileOutputStream(FileDescriptor.err), true, charset("stderr")));
    }

    static PrintWriter out() {
        return new PrintWriter(System.out, true, charset("stdout"));
    }

    static PrintWriter err() {
        return new PrintWriter(System.err, true, charset("stderr"));
    }

    /** That of the terminal, if there is one that can say what we say. */
    private static Charset charset(String name) {
        String terminal = System.getProperty(name + ".encoding", System.getProperty("sun." + name + ".encoding"));
        if (terminal != null && Charset.isSupported(terminal)) {
            Charset charset = Charset.forName(terminal);
            if (charset.canEncode() && charset.newEncoder().canEncode(CHINESE)) {
                return charset;
            }
        }
        return StandardCharsets.UTF_8;
    }
}
