package org.quanzu.canonical;

import java.util.Set;
import java.util.regex.Pattern;

/** What systems write where they have no value: words, zeros, -1, and values whose middle is masked. */
final class StandIns {
    private static final Pattern DECORATION = Pattern.compile("[\\s_./\\\\()\\[\\]<>\"'?-]+");
    private static final Pattern MASKED = Pattern.compile("\\*{2}|[x•]{4}");
    private static final Set<String> WORDS = Set.of(
            "",
            "na",
            "nan",
            "nil",
            "none",
            "null",
            "undefined",
            "unknown",
            "unknownnumber",
            "unavailable",
            "anonymous",
            "anon",
            "private",
            "privatenumber",
            "restricted",
            "withheld",
            "blocked",
            "hidden",
            "nocallerid",
            "callerid",
            "noid",
            "nonumber",
            "noaccount",
            "notavailable",
            "notprovided",
            "coinline",
            "payphone",
            "empty",
            "test",
            "未知",
            "未知号码",
            "匿名",
            "隐藏",
            "隐藏号码",
            "隐私号码",
            "私人号码",
            "私密号码",
            "无",
            "无号码",
            "无主叫",
            "未提供",
            "不详",
            "保密");

    private StandIns() {}

    /** Whether {@code visible}, case folded, stands for no value at all. */
    static boolean contains(String visible) {
        String word = DECORATION.matcher(visible).replaceAll("");
        return WORDS.contains(word)
                || word.startsWith("anonymous")
                || Characters.isZero(word)
                || visible.strip().equals("-1")
                || MASKED.matcher(visible).find();
    }
}
