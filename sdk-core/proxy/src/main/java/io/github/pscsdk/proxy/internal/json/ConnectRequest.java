package io.github.pscsdk.proxy.internal.json;

import java.util.Optional;

/** Body of {@code POST /connect}: the four members of the contract, each of them absent until checked. */
public record ConnectRequest(
        Optional<String> nationalId,
        Optional<String> bindingMessage,
        Optional<String> clientId,
        Optional<String> channel) {

    /** Empty means missing. */
    public ConnectRequest {
        nationalId = present(nationalId);
        bindingMessage = present(bindingMessage);
        clientId = present(clientId);
        channel = present(channel);
    }

    // Optional members that the JSON lacks arrive as null.
    static Optional<String> present(Optional<String> member) {
        return member == null ? Optional.empty() : member.filter(text -> !text.isBlank());
    }

    /** Prints no value: it names a person. */
    @Override
    public String toString() {
        return "ConnectRequest[]";
    }
}
