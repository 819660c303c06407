package io.github.pscsdk.interop;

import java.io.IOException;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Opens the wallet for the first test that wants it; JUnit closes it after the last class. */
final class WalletExtension implements ParameterResolver, BeforeEachCallback {
    private static final Namespace NAMESPACE = Namespace.create(WalletExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Wallet.class;
    }

    @Override
    public Wallet resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return wallet(context);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        wallet(context).tidy();
    }

    private static Wallet wallet(ExtensionContext context) {
        return context.getStore(StoreScope.LAUNCHER_SESSION, NAMESPACE)
                .computeIfAbsent(Wallet.class, type -> open(), Wallet.class);
    }

    private static Wallet open() {
        try {
            return Wallet.open();
        } catch (IOException e) {
            throw new ParameterResolutionException("the wallet cannot be opened", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ParameterResolutionException("interrupted while the wallet was opened", e);
        }
    }
}
