package io.github.pscsdk.workstation.internal.login;

import io.github.pscsdk.api.BackchannelRequest;
import io.github.pscsdk.api.Channel;
import io.github.pscsdk.api.LoginRequest;
import io.github.pscsdk.api.NationalId;
import java.util.Optional;

/** Whom the ways of one login have named so far, so that the next way need not ask. For one thread. */
final class Learnt {
    private final LastCard lastCard;
    private Optional<NationalId> person = Optional.empty();

    Learnt(LastCard lastCard) {
        this.lastCard = lastCard;
    }

    /** A device said by itself whose it is. */
    void holder(NationalId read) {
        person = Optional.of(read);
        lastCard.isOf(read);
    }

    /** A card's holder is asked for; whoever is asked on the phone may have been typed. */
    void asked(BackchannelRequest request) {
        person = Optional.of(request.nationalId());
        if (request.channel() == Channel.CARD) {
            lastCard.isOf(request.nationalId());
        }
    }

    /** Somebody is expected in the browser. */
    void expected(NationalId named) {
        person = Optional.of(named);
    }

    /** The request, naming who was learnt of where it names nobody itself. */
    LoginRequest addedTo(LoginRequest request) {
        return request.nationalId().isPresent()
                ? request
                : person.map(request::withNationalId).orElse(request);
    }

    /** Whom to suggest where a person has to be asked. */
    Optional<NationalId> suggestion() {
        return lastCard.holder();
    }
}
