package io.github.pscsdk.example.santefr.web;

import io.github.pscsdk.diagnostic.LoginGuide;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.NationalIdProblem;
import io.github.pscsdk.diagnostic.PluginProblem;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.ServerProblem;
import io.github.pscsdk.diagnostic.WorkstationProblem;
import io.github.pscsdk.example.santefr.web.view.GuideStepView;
import io.github.pscsdk.guide.GuideAddresses;
import io.github.pscsdk.guide.SantefrGuide;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code /guide}: from a login that does not work to one that does, one step a page. For whoever comes; the step's id in the
 * address is all the state there is.
 */
final class GuidePage {
    static final String ADDRESS = "/guide";
    static final String ROUTE = ADDRESS + "/{step}";

    private static final Set<String> NOTICES = Set.of("no-step", "no-code");
    private static final Map<String, Problem> PROBLEMS = Stream.<Problem[]>of(
                    LoginProblem.values(),
                    ServerProblem.values(),
                    WorkstationProblem.values(),
                    NationalIdProblem.values(),
                    PluginProblem.values())
            .flatMap(Stream::of)
            .collect(Collectors.toUnmodifiableMap(Problem::code, problem -> problem));

    private final GuideAddresses addresses;

    /** @param addresses what the published guide does not give */
    GuidePage(GuideAddresses addresses) {
        this.addresses = addresses;
    }

    /** The start, or where the problem goes on whose code is {@code from}. */
    void begin(PageRequest request) {
        var code = request.parameter("from").map(typed -> typed.strip().toUpperCase(Locale.ROOT));
        if (code.isEmpty()) {
            var notice = request.parameter("notice").filter(NOTICES::contains);
            var here = ADDRESS + notice.map(known -> "?notice=" + known).orElse("");
            show(request, here, guide(request).start(), notice, Optional.empty());
        } else {
            Optional.ofNullable(PROBLEMS.get(code.get()))
                    .ifPresentOrElse(problem -> goOn(request, problem), () -> startOver(request, "no-code"));
        }
    }

    /** The step of that id. */
    void step(PageRequest request) {
        guide(request)
                .step(request.path("step"))
                .ifPresentOrElse(
                        step -> show(request, ADDRESS + "/" + step.id(), step, Optional.empty(), Optional.empty()),
                        () -> startOver(request, "no-step"));
    }

    private void goOn(PageRequest request, Problem problem) {
        var here = ADDRESS + "?from=" + problem.code();
        show(request, here, guide(request).after(problem), Optional.empty(), Optional.of(problem));
    }

    /** Nothing of what was asked for is repeated. */
    private static void startOver(PageRequest request, String notice) {
        request.see(ADDRESS + "?notice=" + notice);
    }

    private void show(
            PageRequest request,
            String here,
            LoginGuide.Step step,
            Optional<String> notice,
            Optional<Problem> problem) {
        var language = request.language();
        request.show(
                "guide",
                "guide.title",
                here,
                Map.of(
                        "card",
                        new GuideStepView(step),
                        "notice",
                        notice.map(known -> "guide.notice." + known),
                        "after",
                        problem.map(known -> GuideStepView.after(known, language)),
                        "begun",
                        !step.equals(guide(request).start())));
    }

    private LoginGuide guide(PageRequest request) {
        return SantefrGuide.in(request.language().locale(), addresses);
    }
}
