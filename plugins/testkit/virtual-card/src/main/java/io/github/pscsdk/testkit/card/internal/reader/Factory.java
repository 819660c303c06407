package io.github.pscsdk.testkit.card.internal.reader;

import javax.smartcardio.CardTerminals;
import javax.smartcardio.TerminalFactorySpi;

/** The terminal factory: one connection to the service. */
final class Factory extends TerminalFactorySpi {
    private final CardService service;
    private final int context;

    Factory(CardService service) throws ScardException {
        this.service = service;
        this.context = service.establish();
    }

    @Override
    protected CardTerminals engineTerminals() {
        return new Terminals(service, context);
    }
}
