package io.github.pscsdk.proxytools.internal.conformity;

import io.github.pscsdk.proxytools.internal.conformity.Check.Prerequisite;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks of a running proxy that hold for any caller, in any environment: nobody is asked to log in. */
record ProxyProbe(RunningProxy proxy, Optional<URI> declared) {
    /** 128 bits in base64url. */
    private static final int SHORTEST = 22;

    List<ConformityFinding> findings() throws InterruptedException {
        try {
            var findings = new ArrayList<>(redirect());
            findings.add(callback());
            findings.add(gate());
            return findings;
        } catch (IOException e) {
            return ConformityFinding.unanswered(Prerequisite.PROXY);
        }
    }

    private List<ConformityFinding> redirect() throws IOException, InterruptedException {
        var first = begun();
        var second = begun();
        return List.of(
                ConformityFinding.of(Check.REDIRECT_ACR, has(first, "acr_values", "eidas1")),
                ConformityFinding.of(Check.REDIRECT_STATE, isDrawn("state", first, second)),
                ConformityFinding.of(Check.REDIRECT_NONCE, isDrawn("nonce", first, second)),
                ConformityFinding.of(
                        Check.REDIRECT_PKCE,
                        has(first, "code_challenge_method", "S256") && isDrawn("code_challenge", first, second)),
                declared.map(uri -> ConformityFinding.of(
                                Check.REDIRECT_URI, has(first, "redirect_uri", uri.toString()), uri))
                        .orElseGet(() -> ConformityFinding.unseen(Check.REDIRECT_URI, Prerequisite.CONFIGURATION)));
    }

    private URI begun() throws IOException, InterruptedException {
        var login = proxy.inBrowser();
        proxy.cancel(login.id());
        return login.address().orElseThrow();
    }

    private static boolean has(URI address, String name, String value) {
        return RunningProxy.parameter(address, name).filter(value::equals).isPresent();
    }

    private static boolean isDrawn(String name, URI first, URI second) {
        var one = RunningProxy.parameter(first, name);
        var other = RunningProxy.parameter(second, name);
        return one.filter(value -> value.length() >= SHORTEST).isPresent() && other.isPresent() && !one.equals(other);
    }

    private ConformityFinding callback() throws IOException, InterruptedException {
        var forged = proxy.anybody().get("/v1/callback?code=code-of-nobody&state=state-that-nobody-was-given");
        return ConformityFinding.of(
                Check.CALLBACK_STATE, forged.status() >= 400 && forged.status() < 500, forged.status());
    }

    private ConformityFinding gate() throws IOException, InterruptedException {
        // Empty, so that a proxy which lets everybody in finds nothing in it to act on.
        var replies = List.of(
                proxy.anybody().json("/connect", Map.of()),
                proxy.anybody().get("/traces"),
                proxy.anybody().get("/v1/status"));
        var refused = replies.stream()
                .filter(reply -> reply.status() == 401 || reply.status() == 403)
                .count();
        return ConformityFinding.of(Check.GATE_TOKEN, refused == replies.size(), refused, replies.size());
    }
}
