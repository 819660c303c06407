package io.github.pscsdk.workstation.internal.json;

/**
 * The body of {@code POST /connect} in ANS's contract; all members are required.
 *
 * @param nationalId whom to ask
 * @param bindingMessage the digits that are shown
 * @param clientId the software's client id at Pro Santé Connect
 * @param channel {@code CARD} or {@code MOBILE}
 */
public record ConnectRequest(String nationalId, String bindingMessage, String clientId, String channel) {
    /** Nothing: it names a person. */
    @Override
    public String toString() {
        return "ConnectRequest[]";
    }
}
