package org.quanzu.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.openqa.selenium.chrome.ChromeDriver;

/** What axe-core finds on the page that is open. */
final class Accessibility {
    private static final String FIND = """
            const done = arguments[arguments.length - 1];
            axe.run(document, {resultTypes: ["violations"]}).then(
                found => done(found.violations
                    .filter(each => each.impact === "serious" || each.impact === "critical")
                    .map(each => each.impact + ": " + each.id + ", " + each.help + ": "
                        + each.nodes.slice(0, 5).map(node => node.target.join(" ") + " " + node.html.slice(0, 200)).join(" | "))),
                failure => done(["axe failed: " + failure]));""";
    private static final String AXE = axe();

    private final ChromeDriver driver;

    Accessibility(ChromeDriver driver) {
        this.driver = driver;
    }

    private static String axe() {
        try (InputStream script = Accessibility.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(script, "axe.min.js").readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything that keeps somebody from using the page, with the places; minor findings are left out. */
    List<String> seriousFindings() {
        driver.executeScript(AXE);
        List<?> found = (List<?>) Objects.requireNonNull(driver.executeAsyncScript(FIND));
        return found.stream().map(String::valueOf).toList();
    }
}
