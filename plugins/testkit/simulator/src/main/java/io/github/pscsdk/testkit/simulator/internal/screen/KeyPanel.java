package io.github.pscsdk.testkit.simulator.internal.screen;

import io.github.pscsdk.testkit.simulator.internal.http.Reply;
import io.github.pscsdk.testkit.simulator.internal.jose.SigningKeys;
import io.github.pscsdk.testkit.simulator.internal.page.Html;
import io.github.pscsdk.testkit.simulator.internal.page.PageHandler;
import io.github.pscsdk.testkit.simulator.internal.page.PageRequest;
import java.util.Map;

/** The key that signs, and the button for another one. */
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
