package io.github.pscsdk.pluginhost.internal;

import io.github.pscsdk.pluginhost.internal.problem.PluginFailure;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import org.pf4j.JarPluginLoader;
import org.pf4j.JarPluginManager;
import org.pf4j.Plugin;
import org.pf4j.PluginClassLoader;
import org.pf4j.PluginDescriptor;
import org.pf4j.PluginFactory;
import org.pf4j.PluginLoader;
import org.pf4j.PluginManager;
import org.pf4j.PluginRuntimeException;
import org.pf4j.PluginState;
import org.pf4j.PluginStatusProvider;
import org.pf4j.PluginWrapper;
import org.pf4j.RuntimeMode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * PF4J for one archive, so that what goes wrong with it never touches another; {@link LoadedPlugin} begins and ends it.
 * It has no system version to compare with: {@code PluginManifest} has checked what an archive requires.
 * PF4J 3.15.0 calls the {@code create} methods from its own constructor: nothing here may rely on a field.
 */
final class IsolatingPluginManager extends JarPluginManager {
    private static final Logger log = LoggerFactory.getLogger(IsolatingPluginManager.class);

    IsolatingPluginManager(Path archives) {
        super(archives);
    }

    /** Loads and starts one archive; {@link #end} is called where the plug-in or PF4J throws, too. */
    void begin(Path archive) throws PluginFailure {
        var id = PluginFailure.of(() -> loadPlugin(archive));
        PluginFailure.inLoader(getPluginClassLoader(id), () -> {
            if (startPlugin(id) != PluginState.STARTED) {
                throw getPlugin(id).getFailedException();
            }
            return id;
        });
    }

    /** Stops and unloads what is loaded. */
    void end() {
        for (var plugin : getPlugins()) {
            var id = plugin.getPluginId();
            try {
                PluginFailure.inLoader(plugin.getPluginClassLoader(), () -> stopPlugin(id));
            } catch (PluginFailure e) {
                log.warn("plug-in {} could not be stopped", id, e);
                // PF4J would stop it once more and, after an Error, never close its loader.
                plugin.setPluginState(PluginState.FAILED);
            }
            try {
                unloadPlugin(id);
            } catch (PluginRuntimeException e) {
                log.warn("plug-in {} could not be unloaded", id, e);
            }
        }
    }

    @Override
    public RuntimeMode getRuntimeMode() {
        // Never the development mode of a system property: it loads class folders.
        return RuntimeMode.DEPLOYMENT;
    }

    @Override
    protected PluginLoader createPluginLoader() {
        return new JarPluginLoader(this) {
            @Override
            protected PluginClassLoader createPluginClassLoader(Path archive, PluginDescriptor descriptor) {
                return new IsolatedClassLoader(pluginManager, descriptor);
            }
        };
    }

    @Override
    protected PluginFactory createPluginFactory() {
        return IsolatingPluginManager::create;
    }

    /** Makes the plug-in's lifecycle object, or says why not: PF4J's own factory logs the reason and returns null. */
    private static Plugin create(PluginWrapper wrapper) {
        var name = wrapper.getDescriptor().getPluginClass();
        try {
            var type = wrapper.getPluginClassLoader().loadClass(name).asSubclass(Plugin.class);
            return type.getConstructor().newInstance();
        } catch (InvocationTargetException e) {
            throw new PluginRuntimeException(e.getCause(), "the constructor of Plugin-Class failed");
        } catch (ReflectiveOperationException | ClassCastException e) {
            throw new PluginRuntimeException(
                    e, "Plugin-Class names no public Plugin with a constructor without parameters");
        }
    }

    @Override
    protected PluginStatusProvider createPluginStatusProvider() {
        // Whether a plug-in is switched off was decided before it got here.
        return new PluginStatusProvider() {
            @Override
            public boolean isPluginDisabled(String pluginId) {
                return false;
            }

            @Override
            public void disablePlugin(String pluginId) {}

            @Override
            public void enablePlugin(String pluginId) {}
        };
    }

    /** The class loader of one plug-in: its own classes first, the shared ones always from the host. */
    static final class IsolatedClassLoader extends PluginClassLoader {
        IsolatedClassLoader(PluginManager manager, PluginDescriptor descriptor) {
            super(manager, descriptor, new HostClassLoader(IsolatedClassLoader.class.getClassLoader()));
        }

        @Override
        protected boolean shouldDelegateToParent(String className) {
            return HostClassLoader.isShared(className);
        }
    }
}
