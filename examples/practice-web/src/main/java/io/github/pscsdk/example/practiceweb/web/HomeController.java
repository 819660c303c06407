package io.github.pscsdk.example.practiceweb.web;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.loginui.PageStyle;
import io.github.pscsdk.spring.PscBrowser;
import io.github.pscsdk.spring.PscPages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The pages that need no login: what this is, and why a person is here again. */
@Controller
record HomeController(PscBrowser browser, PageRenderer pages) {
    private static final MediaType CSS = new MediaType("text", "css", StandardCharsets.UTF_8);

    @GetMapping("/")
    ModelAndView home(HttpServletRequest request, HttpServletResponse response) {
        if (browser.session(request).isPresent()) {
            return PscPages.seeOther("/me");
        }
        return browser.dropsEndedSession(request, response)
                ? PscPages.seeOther(PracticePages.SESSION_OVER)
                : pages.of("home", Map.of("loginNeeded", false));
    }

    @GetMapping(PracticePages.LOGIN_NEEDED)
    ModelAndView loginNeeded() {
        return pages.of("home", Map.of("loginNeeded", true));
    }

    @GetMapping(PracticePages.SESSION_OVER)
    ModelAndView sessionOver(@RequestParam(defaultValue = "") String form) {
        var isKnown = form.matches("(kept|lost)(-tried)?");
        return pages.of("session-over", Map.of("form", isKnown ? form : ""));
    }

    /** The remedy of a problem, to be read again. */
    @GetMapping(PracticePages.PROBLEM + "{code}")
    ModelAndView problem(@PathVariable String code) {
        return LoginProblem.ofCode(code)
                .map(problem -> pages.of("problem", Map.of("problem", problem)))
                .orElseGet(() -> pages.message(404, "message.not-found"));
    }

    /** The look that pages around a login share. */
    @GetMapping("/pages.css")
    ResponseEntity<String> look() {
        return ResponseEntity.ok().contentType(CSS).body(PageStyle.stylesheet());
    }
}
