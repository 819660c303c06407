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
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code /guide}: from a login that does not work to one that does, one step a page, without a session; the step's id
 * in the address is all the state there is.
 *
 * @param addresses not given by the published guide
 */
record GuidePage(GuideAddresses addresses) {
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
        var problem = request.parameter("from")
                .map(typed -> typed.strip().toUpperCase(Locale.ROOT))
                .map(PROBLEMS::get);
        var step = problem.map(guide(request)::after).orElseGet(guide(request)::start);
        show(request, problem.map(known -> "?from=" + known.code()).orElse(""), step, problem);
    }

    void step(PageRequest request) {
        guide(request)
                .step(request.path("step"))
                .ifPresentOrElse(
                        step -> show(request, "/" + step.id(), step, Optional.empty()),
                        () -> request.message(404, "message.not-found"));
    }

    private void show(PageRequest request, String here, LoginGuide.Step step, Optional<Problem> problem) {
        var after =
                problem.map(known -> known.remedy(request.language().locale()).title() + " (" + known.code() + ")");
        var isBegun = !step.equals(guide(request).start());
        request.show(200, "guide", "/guide" + here, Map.of("step", step, "after", after, "begun", isBegun));
    }

    private LoginGuide guide(PageRequest request) {
        return SantefrGuide.in(request.language().locale(), addresses);
    }
}
