package io.github.pscsdk.proxyprotocol.internal;

import java.net.URI;
import java.util.Optional;

/**
 * The body of {@code POST /v1/logins}. Each member is absent until the proxy has checked it; what is null or blank
 * counts as absent.
 *
 * @param wayIn {@code BACKCHANNEL} or {@code BROWSER}
 * @param clientId the software's client id at Pro Santé Connect
 * @param nationalId whom to ask; on the back channel only, like the two that follow
 * @param channel {@code CARD} or {@code MOBILE}
 * @param bindingMessage the digits that are shown
 * @param prompt {@code login} has the person prove anew who they are; in the browser only. A proxy of a contract before
 *     1.4.0 skips it
 */
public record NewLogin(
        Optional<String> wayIn,
        Optional<String> clientId,
        Optional<String> nationalId,
        Optional<String> channel,
        Optional<String> bindingMessage,
        Optional<String> prompt) {

    /** Blank means absent. */
    public NewLogin {
        wayIn = present(wayIn);
        clientId = present(clientId);
        nationalId = present(nationalId);
        channel = present(channel);
        bindingMessage = present(bindingMessage);
        prompt = present(prompt);
    }

    /** Has a professional asked on a device. */
    public static NewLogin onDevice(String clientId, String nationalId, String channel, String bindingMessage) {
        return new NewLogin(
                Optional.of("BACKCHANNEL"),
                Optional.of(clientId),
                Optional.of(nationalId),
                Optional.of(channel),
                Optional.of(bindingMessage),
                Optional.empty());
    }

    /**
     * Lets whoever it is log in on the page of Pro Santé Connect.
     *
     * @param askingAnew whether the person has to prove anew who they are, whatever session the browser has there
     */
    public static NewLogin inBrowser(String clientId, boolean askingAnew) {
        var none = Optional.<String>empty();
        var prompt = askingAnew ? Optional.of("login") : none;
        return new NewLogin(Optional.of("BROWSER"), Optional.of(clientId), none, none, none, prompt);
    }

    /** The way in only. */
    @Override
    public String toString() {
        return "NewLogin[" + wayIn.orElse("") + "]";
    }

    /** An absent member arrives as null; a blank one says no more. */
    static Optional<String> present(Optional<String> member) {
        return member == null ? Optional.empty() : member.filter(text -> !text.isBlank());
    }

    /**
     * The response to {@code POST /v1/logins}.
     *
     * @param id by which the login is followed and cancelled
     * @param deadline ISO 8601 instant by the proxy's clock, for a person to read: a workstation's clock may be minutes
     *     away from it
     * @param authorizationUri the page to open; in the browser way in only
     */
    public record Created(String id, Optional<String> deadline, Optional<URI> authorizationUri) {
        /** Nothing: who knows the id or the address may take the login over. */
        @Override
        public String toString() {
            return "Created[]";
        }
    }
}
