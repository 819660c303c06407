package io.github.pscsdk.proxy.internal.json;

import java.util.Optional;

/** Body of {@code POST /v1/logins}. */
public record LoginStart(
        Optional<String> wayIn,
        Optional<String> clientId,
        Optional<String> nationalId,
        Optional<String> channel,
        Optional<String> bindingMessage) {

    /** Empty means missing. */
    public LoginStart {
        wayIn = ConnectRequest.present(wayIn);
        clientId = ConnectRequest.present(clientId);
        nationalId = ConnectRequest.present(nationalId);
        channel = ConnectRequest.present(channel);
        bindingMessage = ConnectRequest.present(bindingMessage);
    }

    /** Nothing: it names a person. */
    @Override
    public String toString() {
        return "LoginStart[]";
    }
}
