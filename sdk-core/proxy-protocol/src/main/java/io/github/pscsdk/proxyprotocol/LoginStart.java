package io.github.pscsdk.proxyprotocol;

import java.util.Optional;

/**
 * The body of {@code POST /v1/logins}. Each member is absent until the proxy has checked it; what is null or blank counts as absent.
 *
 * @param wayIn {@code BACKCHANNEL} or {@code BROWSER}
 * @param clientId the software's client id at Pro Santé Connect
 * @param nationalId whom to ask; on the back channel only, like the two that follow
 * @param channel {@code CARD} or {@code MOBILE}
 * @param bindingMessage the digits that are shown
 */
public record LoginStart(
        Optional<String> wayIn,
        Optional<String> clientId,
        Optional<String> nationalId,
        Optional<String> channel,
        Optional<String> bindingMessage) {

    /** Blank means absent. */
    public LoginStart {
        wayIn = Members.present(wayIn);
        clientId = Members.present(clientId);
        nationalId = Members.present(nationalId);
        channel = Members.present(channel);
        bindingMessage = Members.present(bindingMessage);
    }

    /** Has a professional asked on a device. */
    public static LoginStart onDevice(String clientId, String nationalId, String channel, String bindingMessage) {
        return new LoginStart(
                Optional.of("BACKCHANNEL"),
                Optional.of(clientId),
                Optional.of(nationalId),
                Optional.of(channel),
                Optional.of(bindingMessage));
    }

    /** Lets whoever it is log in on the page of Pro Santé Connect. */
    public static LoginStart inBrowser(String clientId) {
        return new LoginStart(
                Optional.of("BROWSER"), Optional.of(clientId), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The way in only. */
    @Override
    public String toString() {
        return "LoginStart[" + wayIn.orElse("") + "]";
    }
}
