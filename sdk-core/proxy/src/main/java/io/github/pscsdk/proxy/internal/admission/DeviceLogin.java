package io.github.pscsdk.proxy.internal.admission;

import io.github.pscsdk.api.BackchannelRequest;
import io.github.pscsdk.api.BindingMessage;
import io.github.pscsdk.api.Channel;
import io.github.pscsdk.api.NationalId;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.proxy.internal.http.RefusedException;
import io.github.pscsdk.proxy.internal.session.RelyingParties;
import io.github.pscsdk.relyingparty.RelyingParty;
import java.util.Arrays;
import java.util.Optional;

/**
 * A back-channel login that may be begun: everything is there and has its shape.
 *
 * @param client under whose client id
 * @param request whom to ask, on which device
 * @param message the two digits
 */
public record DeviceLogin(RelyingParty client, BackchannelRequest request, BindingMessage message) {

    /** Body of {@code POST /connect}: the four members of the contract, each of them absent until checked. */
    public record Unchecked(
            Optional<String> nationalId,
            Optional<String> bindingMessage,
            Optional<String> clientId,
            Optional<String> channel) {

        /** Empty means missing. */
        public Unchecked {
            nationalId = present(nationalId);
            bindingMessage = present(bindingMessage);
            clientId = present(clientId);
            channel = present(channel);
        }

        // Optional members that the JSON lacks arrive as null.
        private static Optional<String> present(Optional<String> member) {
            return member == null ? Optional.empty() : member.filter(text -> !text.isBlank());
        }

        /**
         * Checks in the contract's order: a missing member or an unknown channel is a 400, only then an unknown client id or
         * an impossible identifier a 404.
         */
        public DeviceLogin check(RelyingParties clients) {
            var person = nationalId.orElseThrow(() -> RefusedException.of(LoginProblem.NATIONAL_ID_MISSING));
            var digits = needed(bindingMessage, "bindingMessage");
            var software = needed(clientId, "clientId");
            var device = channelOf(needed(channel, "channel"));
            var message = message(digits);
            var client = clients.find(software).orElseThrow(() -> RefusedException.of(LoginProblem.NOT_CONFIGURED));
            return new DeviceLogin(client, request(device, professional(person)), message);
        }

        /** Prints no value: it names a person. */
        @Override
        public String toString() {
            return "Unchecked[]";
        }
    }

    private static String needed(Optional<String> member, String name) {
        return member.orElseThrow(() -> RefusedException.malformed(name + " is missing"));
    }

    private static Channel channelOf(String name) {
        return Arrays.stream(Channel.values())
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

    private static BackchannelRequest request(Channel channel, NationalId professional) {
        return switch (channel) {
            case CARD -> BackchannelRequest.onCard(professional);
            case MOBILE -> BackchannelRequest.onMobile(professional);
        };
    }
}
