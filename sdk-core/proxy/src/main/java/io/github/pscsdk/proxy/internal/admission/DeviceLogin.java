package io.github.pscsdk.proxy.internal.admission;

import io.github.pscsdk.api.BackchannelRequest;
import io.github.pscsdk.api.BindingMessage;
import io.github.pscsdk.api.Means;
import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.proxy.internal.http.RefusedException;
import io.github.pscsdk.proxy.internal.session.RelyingParties;
import io.github.pscsdk.proxyprotocol.internal.NewLogin;
import io.github.pscsdk.relyingparty.RelyingParty;
import java.util.Optional;
import java.util.stream.Stream;

/** A back-channel login that may be begun: everything is there and has its shape. */
public record DeviceLogin(RelyingParty client, BackchannelRequest request, BindingMessage message) {
    /**
     * Checks in the contract's order: a missing member or an unknown channel is a 400, only then an unknown client id
     * or an impossible identifier a 404.
     */
    public static DeviceLogin of(NewLogin asked, RelyingParties clients) {
        var person = asked.nationalId().orElseThrow(() -> RefusedException.of(LoginProblem.NATIONAL_ID_MISSING));
        var digits = needed(asked.bindingMessage(), "bindingMessage");
        var software = needed(asked.clientId(), "clientId");
        var device = channelOf(needed(asked.channel(), "channel"));
        var message = message(digits);
        var client = clients.find(software).orElseThrow(() -> RefusedException.of(LoginProblem.NOT_CONFIGURED));
        var professional = professional(person);
        return new DeviceLogin(client, new BackchannelRequest(professional, device), message);
    }

    private static String needed(Optional<String> member, String name) {
        return member.orElseThrow(() -> RefusedException.malformed(name + " is missing"));
    }

    private static Means channelOf(String name) {
        return Stream.of(Means.CARD, Means.MOBILE)
                .filter(channel -> channel.name().equals(name))
                .findFirst()
                .orElseThrow(() -> RefusedException.malformed("channel is CARD or MOBILE"));
    }

    private static BindingMessage message(String digits) {
        try {
            return new BindingMessage(digits);
        } catch (IllegalArgumentException e) {
            throw RefusedException.malformed("bindingMessage is two digits");
        }
    }

    private static NationalId professional(String id) {
        try {
            return new NationalId(id);
        } catch (IllegalArgumentException e) {
            // Of no documented shape: nobody has such an identifier.
            throw RefusedException.of(LoginProblem.UNKNOWN_PROFESSIONAL);
        }
    }
}
