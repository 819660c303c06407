package io.github.pscsdk.example.lab.card;

import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.commandline.internal.LowerCase;
import io.github.pscsdk.testkit.card.VirtualCard;
import io.github.pscsdk.testkit.card.VirtualCardBuilder;
import java.util.function.Function;

/** Which virtual card. */
public enum CardKind {
    CPS3(VirtualCard::cps3),
    CPS4(VirtualCard::cps4);

    private final Function<NationalId, VirtualCardBuilder> maker;

    CardKind(Function<NationalId, VirtualCardBuilder> maker) {
        this.maker = maker;
    }

    VirtualCard of(NationalId holder) {
        return maker.apply(holder).build();
    }

    static final class Converter extends LowerCase<CardKind> {
        Converter() {
            super(CardKind.values());
        }
    }
}
