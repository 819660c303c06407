package io.github.pscsdk.example.santefr.web;

import io.github.pscsdk.diagnostic.LoginGuide;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.NationalIdProblem;
import io.github.pscsdk.diagnostic.PluginProblem;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.ServerProblem;
import io.github.pscsdk.diagnostic.WorkstationProblem;
import io.github.pscsdk.guide.GuideAddresses;
import io.github.pscsdk.guide.SantefrGuide;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code /guide}: from a login that does not work to one that does, one step a page, without a session; the step's id
 * in the address is all the state there is.
 *
 * @param addresses not given by the published guide
 */
record GuidePage(GuideAddresses addresses) {
    private static final Set<String> NOTICES = Set.of("no-step", "no-code");
    private static final Map<String, Problem> PROBLEMS = Stream.<Problem[]>of(
                    LoginProblem.values(),
                    ServerProblem.values(),
                    WorkstationProblem.values(),
                    NationalIdProblem.values(),
                    PluginProblem.values())
            .flatMap(Stream::of)
            .collect(Collectors.toUnmodifiableMap(Problem::code, problem -> problem));

    /** The start, or where the problem goes on whose code is {@code from}. */
    void begin(PageRequest request) {
        var code = request.parameter("from").map(typed -> typed.strip().toUpperCase(Locale.ROOT));
        var problem = code.map(PROBLEMS::get);
        if (problem.isPresent()) {
            show(request, "?from=" + code.get(), guide(request).after(problem.get()), Optional.empty(), problem);
        } else if (code.isPresent()) {
            startOver(request, "no-code");
        } else {
            var notice = request.parameter("notice").filter(NOTICES::contains);
            var here = notice.map(known -> "?notice=" + known).orElse("");
            show(request, here, guide(request).start(), notice, Optional.empty());
        }
    }

    void step(PageRequest request) {
        guide(request)
                .step(request.path("step"))
                .ifPresentOrElse(
                        step -> show(request, "/" + step.id(), step, Optional.empty(), Optional.empty()),
                        () -> startOver(request, "no-step"));
    }

    /** Nothing of what was asked for is repeated. */
    private static void startOver(PageRequest request, String notice) {
        request.see("/guide?notice=" + notice);
    }

    private void show(
            PageRequest request,
            String here,
            LoginGuide.Step step,
            Optional<String> notice,
            Optional<Problem> problem) {
        var after =
                problem.map(known -> known.remedy(request.language().locale()).title() + " (" + known.code() + ")");
        var isBegun = !step.equals(guide(request).start());
        var key = notice.map(known -> "guide.notice." + known);
        request.show(
                200, "guide", "/guide" + here, Map.of("step", step, "notice", key, "after", after, "begun", isBegun));
    }

    private LoginGuide guide(PageRequest request) {
        return SantefrGuide.in(request.language().locale(), addresses);
    }
}
