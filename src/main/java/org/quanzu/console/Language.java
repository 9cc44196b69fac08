package org.quanzu.console;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Locale;
import org.quanzu.scoring.Text;

/** A language of the pages. */
public enum Language {
    EN(Locale.ENGLISH, "en", "English"),
    ZH(Locale.CHINESE, "zh-CN", "中文");

    static final String PARAMETER = "language";
    private final Locale locale;
    private final String tag;
    private final String ownName;

    Language(Locale locale, String tag, String ownName) {
        this.locale = locale;
        this.tag = tag;
        this.ownName = ownName;
    }

    /** Chinese for every kind of Chinese, otherwise English. */
    public static Language of(Locale locale) {
        return "zh".equals(locale.getLanguage()) ? ZH : EN;
    }

    /** The first language the browser asks for that is on offer. */
    static Language of(HttpServletRequest request) {
        return Collections.list(request.getLocales()).stream()
                .filter(locale -> "zh".equals(locale.getLanguage()) || "en".equals(locale.getLanguage()))
                .findFirst()
                .map(Language::of)
                .orElse(EN);
    }

    public String of(Text text) {
        return this == ZH ? text.zh() : text.en();
    }

    public Language other() {
        return this == ZH ? EN : ZH;
    }

    public Locale locale() {
        return locale;
    }

    /** As in {@code lang="zh-CN"}. */
    public String tag() {
        return tag;
    }

    public String ownName() {
        return ownName;
    }
}
