package io.github.pscsdk.relyingparty.internal.oidc;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.testkit.support.AnyInput;

class KeySetFuzz {
    @FuzzTest
    void any_key_set_gives_keys_that_can_be_tried_or_is_refused(byte[] json) {
        AnyInput.read(() -> PublishedKeys.parse(json).tryOut(), PscException.class);
    }
}
