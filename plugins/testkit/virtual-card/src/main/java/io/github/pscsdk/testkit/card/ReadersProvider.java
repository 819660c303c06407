package io.github.pscsdk.testkit.card;

import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.util.List;
import java.util.Map;
import javax.smartcardio.CardTerminals;
import javax.smartcardio.TerminalFactorySpi;

/** The security provider whose terminal factory uses a {@link CardService}. */
final class ReadersProvider extends Provider {
    private static final long serialVersionUID = 1L;

    ReadersProvider(String type, CardService service) {
        super(type, "1", "Virtual smart card readers");
        putService(new FactoryService(this, type, service));
    }

    /** The terminal factory: one connection to the service. */
    private static final class Factory extends TerminalFactorySpi {
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

    /** Makes factories for the service. The JDK itself would call a constructor without arguments. */
    private static final class FactoryService extends Provider.Service {
        private final CardService service;

        FactoryService(Provider provider, String type, CardService service) {
            super(provider, "TerminalFactory", type, Factory.class.getName(), List.of(), Map.of());
            this.service = service;
        }

        @Override
        public Object newInstance(Object parameter) throws NoSuchAlgorithmException {
            try {
                return new Factory(service);
            } catch (ScardException e) {
                throw new NoSuchAlgorithmException("the smart card service does not run", e);
            }
        }
    }
}
