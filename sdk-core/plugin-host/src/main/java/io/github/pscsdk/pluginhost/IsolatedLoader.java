package io.github.pscsdk.pluginhost;

import org.pf4j.PluginClassLoader;
import org.pf4j.PluginDescriptor;
import org.pf4j.PluginManager;

/** The class loader of one plug-in: its own classes first, the shared ones always from the host. */
final class IsolatedLoader extends PluginClassLoader {

    IsolatedLoader(PluginManager manager, PluginDescriptor descriptor) {
        super(manager, descriptor, new HostView(IsolatedLoader.class.getClassLoader()));
    }

    @Override
    protected boolean shouldDelegateToParent(String className) {
        return HostView.isShared(className);
    }
}
