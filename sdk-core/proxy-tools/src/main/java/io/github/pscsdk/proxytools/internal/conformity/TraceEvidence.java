package io.github.pscsdk.proxytools.internal.conformity;

import io.github.pscsdk.proxy.internal.json.Trace;
import io.github.pscsdk.proxy.internal.trace.TraceFolder;
import io.github.pscsdk.proxytools.internal.conformity.Check.Prerequisite;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Traces as {@code GET /traces} answers them or as the proxy's folder keeps them. Findings hold counts alone: traces
 * name professionals and sessions.
 */
final class TraceEvidence {
    private TraceEvidence() {}

    /**
     * Reads an export, a file of JSON lines, or all {@code traces-*.jsonl} of a folder; passes over half a line.
     *
     * @throws IOException if it cannot be read, is encrypted, or holds not a single trace
     */
    static List<Trace> read(Path place) throws IOException {
        List<Trace> traces = new ArrayList<>();
        for (var file : Files.isDirectory(place) ? files(place) : List.of(place)) {
            // Not Files.readString, which fails on half a character.
            var text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            for (var line : elements(text)) {
                // Traces that can be read would not be all.
                if (TraceFolder.isEncrypted(line)) {
                    throw new IOException("traces in it are encrypted: give what proxy-esante traces prints");
                }
                Trace.read(line.getBytes(StandardCharsets.UTF_8)).ifPresent(traces::add);
            }
        }
        if (traces.isEmpty()) {
            throw new IOException("not a single trace");
        }
        return traces;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var all = Files.list(folder)) {
            return all.filter(file -> file.getFileName().toString().matches("traces-.*\\.jsonl"))
                    .sorted()
                    .toList();
        }
    }

    private static List<String> elements(String text) {
        return text.stripLeading().startsWith("[")
                ? JsonResponse.of(text).elements()
                : text.lines().toList();
    }

    static List<ConformityFinding> of(List<Trace> traces) {
        var inSessions = traces.stream()
                .filter(trace -> trace.type() != Trace.Type.CONNECT_FAILURE)
                .toList();
        return List.of(events(traces), sessions(inSessions), oneToOne(inSessions));
    }

    private static ConformityFinding events(List<Trace> traces) {
        var logins = count(traces, Trace.Type.CONNECT_SUCCESS);
        var logouts = count(traces, Trace.Type.DISCONNECT);
        var calls = count(traces, Trace.Type.SEND);
        return ConformityFinding.of(
                Check.TRACES_EVENTS, logins > 0 && logouts > 0 && calls > 0, logins, logouts, calls);
    }

    private static long count(List<Trace> traces, Trace.Type type) {
        return traces.stream().filter(trace -> trace.type() == type).count();
    }

    private static ConformityFinding sessions(List<Trace> traces) {
        if (traces.isEmpty()) {
            return ConformityFinding.unseen(Check.TRACES_SESSIONS, Prerequisite.TRACES);
        }
        var lacking = traces.stream().filter(trace -> !isComplete(trace)).count();
        return ConformityFinding.of(Check.TRACES_SESSIONS, lacking == 0, traces.size(), lacking);
    }

    private static boolean isComplete(Trace trace) {
        return Stream.of(trace.proxySession(), trace.sessionState(), trace.clientId(), trace.nationalId())
                .allMatch(member -> member.filter(text -> !text.isBlank()).isPresent());
    }

    private static ConformityFinding oneToOne(List<Trace> traces) {
        var ofProxy = partners(traces, Trace::proxySession, Trace::sessionState);
        var ofPsc = partners(traces, Trace::sessionState, Trace::proxySession);
        if (ofProxy.isEmpty()) {
            return ConformityFinding.unseen(Check.TRACES_ONE_TO_ONE, Prerequisite.TRACES);
        }
        var shared = shared(ofProxy) + shared(ofPsc);
        return ConformityFinding.of(Check.TRACES_ONE_TO_ONE, shared == 0, ofProxy.size(), shared);
    }

    private static Map<String, Set<String>> partners(
            List<Trace> traces, Function<Trace, Optional<String>> session, Function<Trace, Optional<String>> partner) {
        var partners = new HashMap<String, Set<String>>();
        for (var trace : traces) {
            if (session.apply(trace).isPresent() && partner.apply(trace).isPresent()) {
                partners.computeIfAbsent(session.apply(trace).get(), id -> new HashSet<>())
                        .add(partner.apply(trace).get());
            }
        }
        return partners;
    }

    private static long shared(Map<String, Set<String>> partners) {
        return partners.values().stream().filter(ids -> ids.size() > 1).count();
    }
}
