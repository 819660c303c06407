package io.github.pscsdk.proxy.internal.json;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.pscsdk.proxyprotocol.internal.LoginState;
import io.github.pscsdk.proxyprotocol.internal.LoginState.TypedCode;
import io.github.pscsdk.proxyprotocol.internal.NewLogin;
import io.github.pscsdk.testkit.support.AnyInput;
import java.util.List;

/** Any bytes as a body of {@code /v1}, and as a record that the proxy reads back. */
class BodyFuzz {
    @FuzzTest
    void any_body_is_read_and_can_be_written_or_is_none(byte[] body) {
        for (var type : List.of(NewLogin.class, TypedCode.class, LoginState.class, Trace.class)) {
            AnyInput.read(() -> ProxyJson.read(body, type).ifPresent(ProxyJson::write));
        }
    }
}
