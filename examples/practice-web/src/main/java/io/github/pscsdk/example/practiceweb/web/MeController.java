package io.github.pscsdk.example.practiceweb.web;

import io.github.pscsdk.example.practiceweb.place.PlaceChoice;
import io.github.pscsdk.example.practiceweb.place.PlaceOfWork;
import io.github.pscsdk.example.practiceweb.view.Page;
import io.github.pscsdk.relyingparty.session.PscSession;
import io.github.pscsdk.spring.PscPages;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The person who is logged in, and the place where they work now: the person chooses. */
@Controller
final class MeController {
    private final PlaceChoice choice;

    MeController(PlaceChoice choice) {
        this.choice = choice;
    }

    @GetMapping("/me")
    ModelAndView show(PscSession session) {
        var chosen = choice.of(session).map(PlaceOfWork::key);
        return Page.of("me", Map.of("places", PlaceOfWork.of(session.professional()), "chosen", chosen));
    }

    @PostMapping("/me/place")
    ModelAndView choose(PscSession session, @RequestParam(defaultValue = "") String place) {
        return PscPages.seeOther(choice.choose(session, place) ? "/declaration" : "/me");
    }
}
