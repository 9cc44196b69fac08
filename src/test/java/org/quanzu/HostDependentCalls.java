package org.quanzu;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Calls whose result depends on the locale or the charset of the host, because they do not name one. */
final class HostDependentCalls {
    private static final String LOCALE = "java.util.Locale";
    private static final Set<String> NAMES_A_CHARSET = Set.of("java.nio.charset.Charset", "java.lang.String");
    private static final Map<String, Set<String>> WITHOUT_LOCALE = Map.of(
            "java.lang.String", Set.of("format", "formatted", "toLowerCase", "toUpperCase"),
            "java.io.PrintWriter", Set.of("printf", "format"),
            "java.io.PrintStream", Set.of("printf", "format"),
            "java.util.Formatter", Set.of("<init>"),
            "java.util.Scanner", Set.of("<init>"),
            "java.text.NumberFormat",
                    Set.of("getInstance", "getNumberInstance", "getIntegerInstance", "getPercentInstance"),
            "java.text.DecimalFormat", Set.of("<init>"),
            "java.text.SimpleDateFormat", Set.of("<init>"),
            "java.text.MessageFormat", Set.of("format"),
            "java.time.format.DateTimeFormatter", Set.of("ofPattern"));
    private static final Map<String, Set<String>> WITHOUT_CHARSET = Map.of(
            "java.io.InputStreamReader", Set.of("<init>"),
            "java.io.OutputStreamWriter", Set.of("<init>"),
            "java.io.FileReader", Set.of("<init>"),
            "java.io.FileWriter", Set.of("<init>"));

    private HostDependentCalls() {}

    static boolean include(CodeUnitCallTarget target) {
        String owner = target.getOwner().getName();
        List<String> parameters =
                target.getRawParameterTypes().stream().map(JavaClass::getName).toList();
        boolean namesCharset = parameters.stream().skip(1).anyMatch(NAMES_A_CHARSET::contains);
        return has(WITHOUT_LOCALE, owner, target) && !parameters.contains(LOCALE)
                || has(WITHOUT_CHARSET, owner, target) && !namesCharset
                || owner.equals("java.lang.String") && isBytesInDefaultCharset(target.getName(), parameters);
    }

    private static boolean has(Map<String, Set<String>> names, String owner, CodeUnitCallTarget target) {
        return names.getOrDefault(owner, Set.of()).contains(target.getName());
    }

    private static boolean isBytesInDefaultCharset(String name, List<String> parameters) {
        return name.equals("getBytes") && parameters.isEmpty()
                || name.equals("<init>")
                        && parameters.contains("[B")
                        && parameters.stream().noneMatch(NAMES_A_CHARSET::contains);
    }
}
