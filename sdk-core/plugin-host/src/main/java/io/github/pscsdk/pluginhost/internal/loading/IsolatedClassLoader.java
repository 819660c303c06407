package io.github.pscsdk.pluginhost.internal.loading;

import org.pf4j.PluginClassLoader;
import org.pf4j.PluginDescriptor;
import org.pf4j.PluginManager;

/** The class loader of one plug-in: its own classes first, the shared ones always from the host. */
final class IsolatedClassLoader extends PluginClassLoader {

    IsolatedClassLoader(PluginManager manager, PluginDescriptor descriptor) {
        super(manager, descriptor, new HostClassLoader(IsolatedClassLoader.class.getClassLoader()));
    }

    @Override
    protected boolean shouldDelegateToParent(String className) {
        return HostClassLoader.isShared(className);
    }
}
