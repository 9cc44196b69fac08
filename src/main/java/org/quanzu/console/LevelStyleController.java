package org.quanzu.console;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.quanzu.scoring.Level;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The colours of {@code levels.csv} as a style sheet, with whichever of black and white reads better on each. */
@Controller
class LevelStyleController {
    private static final Pattern HEX = Pattern.compile("#(\\p{XDigit}{2})(\\p{XDigit}{2})(\\p{XDigit}{2})");
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]*");
    private static final MediaType CSS = MediaType.parseMediaType("text/css;charset=UTF-8");
    private final Rulebook rulebook;

    LevelStyleController(Rulebook rulebook) {
        this.rulebook = rulebook;
    }

    @GetMapping("/console/levels.css")
    ResponseEntity<String> styles() {
        var styles = rulebook.levels().stream()
                .filter(level -> CODE.matcher(level.code()).matches())
                .map(LevelStyleController::style)
                .collect(Collectors.joining());
        return ResponseEntity.ok().contentType(CSS).body(styles);
    }

    static String style(Level level) {
        var colour = HEX.matcher(level.colour());
        return colour.matches()
                ? String.format(
                        Locale.ROOT,
                        ".level-%s{--level:%s;--on-level:%s}\n",
                        level.code(),
                        level.colour(),
                        isBright(colour) ? "#000" : "#fff")
                : "";
    }

    /** Where black has more contrast than white, by the relative luminance of WCAG 2.2. */
    private static boolean isBright(Matcher colour) {
        var luminance =
                0.2126 * linear(colour.group(1)) + 0.7152 * linear(colour.group(2)) + 0.0722 * linear(colour.group(3));
        return luminance > 0.179;
    }

    private static double linear(String hex) {
        var part = Integer.parseInt(hex, 16) / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
