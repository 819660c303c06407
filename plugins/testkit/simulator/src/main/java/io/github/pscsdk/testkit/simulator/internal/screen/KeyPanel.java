package io.github.pscsdk.testkit.simulator.internal.screen;

import io.github.pscsdk.testkit.simulator.internal.http.Reply;
import io.github.pscsdk.testkit.simulator.internal.jose.SigningKeys;
import io.github.pscsdk.testkit.simulator.internal.page.Html;
import io.github.pscsdk.testkit.simulator.internal.page.PageHandler;
import io.github.pscsdk.testkit.simulator.internal.page.PageRequest;
import java.util.Map;

/** The part of the cockpit with the signing key and the button for a new one. */
final class KeyPanel implements PageHandler {
    private final SigningKeys keys;

    KeyPanel(SigningKeys keys) {
        this.keys = keys;
    }

    @Override
    public Reply answer(PageRequest request) {
        if (!request.isForm()) {
            return request.see("/cockpit#keys");
        }
        keys.rotate();
        return request.see("/cockpit?done=keys#keys");
    }

    Html markup(PageRequest request) {
        return request.form("/cockpit/keys", "keys", Map.of("kid", keys.active().kid()));
    }
}
