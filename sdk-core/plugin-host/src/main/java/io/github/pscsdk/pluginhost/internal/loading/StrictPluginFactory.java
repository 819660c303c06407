package io.github.pscsdk.pluginhost.internal.loading;

import java.lang.reflect.InvocationTargetException;
import org.pf4j.DefaultPluginFactory;
import org.pf4j.Plugin;
import org.pf4j.PluginRuntimeException;
import org.pf4j.PluginWrapper;

/** Makes the plug-in's lifecycle object, or says why not: PF4J's own factory logs the reason and returns null. */
final class StrictPluginFactory extends DefaultPluginFactory {

    @Override
    public Plugin create(PluginWrapper wrapper) {
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
}
