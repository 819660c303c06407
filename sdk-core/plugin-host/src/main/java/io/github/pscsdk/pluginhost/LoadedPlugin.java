package io.github.pscsdk.pluginhost;

import java.util.List;

/**
 * A plug-in in use.
 *
 * @param id its {@code Plugin-Id}
 * @param authenticators what it offers, at least one
 */
record LoadedPlugin(String id, List<GuardedAuthenticator> authenticators) {

    void close() {
        authenticators.forEach(GuardedAuthenticator::close);
    }
}
