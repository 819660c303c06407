package io.github.pscsdk.workstation.internal.login;

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

    /** A device said by itself whose it is, or proved it by a login. */
    void holder(NationalId read) {
        person = Optional.of(read);
        lastCard.isOf(read);
    }

    /** A way asks for somebody, whom the person may have typed. */
    void asked(NationalId named) {
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
