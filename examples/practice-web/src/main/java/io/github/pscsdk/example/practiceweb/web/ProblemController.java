package io.github.pscsdk.example.practiceweb.web;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.example.practiceweb.view.Page;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The remedy of a problem, to be read again. */
@Controller
final class ProblemController {
    private static final String ROUTE = "/problem/";

    private final PracticePages pages;

    ProblemController(PracticePages pages) {
        this.pages = pages;
    }

    static String address(Problem problem) {
        return ROUTE + problem.code();
    }

    @GetMapping(ROUTE + "{code}")
    ModelAndView show(@PathVariable String code, Locale locale) {
        return LoginProblem.ofCode(code)
                .map(problem -> pages.problem(problem, 200, locale))
                .orElseGet(() -> Page.message(404, "message.not-found"));
    }
}
