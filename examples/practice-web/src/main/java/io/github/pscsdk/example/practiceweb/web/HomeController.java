package io.github.pscsdk.example.practiceweb.web;

import io.github.pscsdk.example.practiceweb.view.CurrentPage;
import io.github.pscsdk.example.practiceweb.view.Page;
import io.github.pscsdk.spring.PscBrowser;
import io.github.pscsdk.spring.PscPages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The pages for whoever is not logged in: what this is, and why one is here again. */
@Controller
final class HomeController {
    private final PscBrowser browser;

    HomeController(PscBrowser browser) {
        this.browser = browser;
    }

    @GetMapping("/")
    ModelAndView home(HttpServletRequest request, HttpServletResponse response) {
        if (browser.session(request).isPresent()) {
            return PscPages.seeOther("/me");
        }
        return browser.dropsEndedSession(request, response)
                ? PscPages.seeOther(PracticePages.SESSION_OVER)
                : Page.of("home", Map.of("loginNeeded", false));
    }

    @GetMapping(PracticePages.LOGIN_NEEDED)
    ModelAndView loginNeeded() {
        return Page.of("home", Map.of("loginNeeded", true));
    }

    @GetMapping(PracticePages.SESSION_OVER)
    ModelAndView sessionOver(@RequestParam(defaultValue = "") String form) {
        return switch (form) {
            case "kept" -> sessionOver(PracticePages.FORM_KEPT, Optional.of("session-over.kept"));
            case "lost" -> sessionOver(PracticePages.FORM_LOST, Optional.of("session-over.lost"));
            default -> sessionOver(PracticePages.SESSION_OVER, Optional.empty());
        };
    }

    private static ModelAndView sessionOver(String address, Optional<String> form) {
        return Page.of("session-over", CurrentPage.at(address), 200, Map.of("form", form));
    }
}
