package org.quanzu.console;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** What every page knows: who is signed in, the language, and its own address in the other language. */
@ControllerAdvice(basePackageClasses = PageAdvice.class)
class PageAdvice {

    @ModelAttribute(name = "operator", binding = false)
    @Nullable Operator operator() {
        Authentication known = SecurityContextHolder.getContext().getAuthentication();
        return known != null && known.getPrincipal() instanceof Operator operator ? operator : null;
    }

    @ModelAttribute(name = "language", binding = false)
    Language language(Locale locale) {
        return Language.of(locale);
    }

    /** A page that answers a form has no address to come back to. */
    @ModelAttribute("otherLanguage")
    String otherLanguage(HttpServletRequest request, Locale locale) {
        var page = "GET".equals(request.getMethod())
                ? ServletUriComponentsBuilder.fromRequest(request)
                : ServletUriComponentsBuilder.fromPath("/console/");
        var uri = page.replaceQueryParam(
                        Language.PARAMETER, Language.of(locale).other().locale().getLanguage())
                .encode()
                .build();
        return uri.getPath() + "?" + uri.getQuery();
    }
}
