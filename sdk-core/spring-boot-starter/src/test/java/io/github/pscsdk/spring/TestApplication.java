package io.github.pscsdk.spring;

import io.github.pscsdk.api.professional.Professional;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.relyingparty.session.PscSession;
import io.github.pscsdk.relyingparty.session.SessionId;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.ModelAndView;

/** An application that shows for each page of the login another one of its own, all on addresses that anybody may open. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
class TestApplication {
    @Bean
    PscPages ownPages() {
        return new OwnPages();
    }

    @RestController
    static class Pages {
        @GetMapping(path = {"/", "/session-over", "/login-needed", "/logged-out"})
        String open(HttpServletRequest request) {
            return "page " + request.getRequestURI();
        }

        @GetMapping(path = "/me", produces = MediaType.TEXT_HTML_VALUE)
        String me(PscSession session) {
            return session.professional().familyName() + "<input type=\"hidden\" name=\"" + SessionId.FORM_FIELD
                    + "\" value=\"" + session.id().formToken() + "\">";
        }

        @GetMapping("/person")
        String person(Professional professional) {
            return professional.nationalId().value();
        }

        @PostMapping("/entry")
        String entry(PscSession session) {
            return "taken";
        }

        @PostMapping("/open-entry")
        String openEntry() {
            return "taken from anybody";
        }
    }

    private static final class OwnPages implements PscPages {
        @Override
        public ModelAndView loggedIn() {
            return PscPages.seeOther("/me");
        }

        @Override
        public ModelAndView signedOut() {
            return PscPages.seeOther("/logged-out");
        }

        @Override
        public ModelAndView sessionOver() {
            return PscPages.seeOther("/session-over");
        }

        @Override
        public ModelAndView loginNeeded() {
            return PscPages.seeOther("/login-needed");
        }

        @Override
        public ModelAndView tooManyLogins(Locale locale) {
            return page(429, "too many");
        }

        @Override
        public ModelAndView lateForm(Optional<SessionId> ended, HttpServletRequest form) {
            return page(410, "late, " + (ended.isPresent() ? "of that session" : "of anybody"));
        }

        @Override
        public ModelAndView foreignForm(Optional<PscSession> now, HttpServletRequest form) {
            var typed = Optional.ofNullable(form.getParameter("typed"));
            var who = now.map(session -> session.professional().familyName()).orElse("nobody");
            return page(
                    403,
                    "foreign" + typed.map(text -> ", " + text + ", now " + who).orElse(""));
        }

        @Override
        public ModelAndView problem(Problem problem, int status, Locale locale) {
            return page(status, problem.code());
        }

        @Override
        public ModelAndView notSignedOut(Problem problem, int status, Locale locale) {
            return page(status, "only here, " + problem.code());
        }

        private static ModelAndView page(int status, String text) {
            return new ModelAndView((model, request, response) -> {
                response.setStatus(status);
                response.getWriter().write(text);
            });
        }
    }
}
