package io.github.pscsdk.plugin.cps.internal.pcsc;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Map;

/**
 * Brings a restarted PC/SC service to the JDK's notice, which keeps one context per JVM for ever (JDK-8026326); on
 * Windows the service stops when the last reader is unplugged.
 *
 * <p>Forgets the private context of {@code sun.security.smartcardio.PCSCTerminals}, by {@code sun.misc.Unsafe}, reached
 * by reflection since the compiler warns of every other way; JDK 24 prints a warning. Used only after the service was
 * lost. A JDK without it makes {@link #forget} fail, and the person is asked to restart the software.
 */
final class PcscContext {
    private static final String HOLDER = "sun.security.smartcardio.PCSCTerminals";

    private PcscContext() {}

    static void forget() throws ReflectiveOperationException {
        var holder = Class.forName(HOLDER);
        var unsafe = new Statics();
        unsafe.clear(holder.getDeclaredField("terminals"));
        unsafe.setZero(holder.getDeclaredField("contextId"));
    }

    /** Static fields of others, read and written without asking. */
    private static final class Statics {
        private final Class<?> type = Class.forName("sun.misc.Unsafe");
        private final Object unsafe;

        Statics() throws ReflectiveOperationException {
            var instance = type.getDeclaredField("theUnsafe");
            instance.setAccessible(true);
            unsafe = instance.get(null);
        }

        void setZero(Field field) throws ReflectiveOperationException {
            var put = type.getMethod("putLong", Object.class, long.class, long.class);
            put.invoke(unsafe, of("staticFieldBase", field), of("staticFieldOffset", field), 0L);
        }

        void clear(Field field) throws ReflectiveOperationException {
            Method get = type.getMethod("getObject", Object.class, long.class);
            ((Map<?, ?>) get.invoke(unsafe, of("staticFieldBase", field), of("staticFieldOffset", field))).clear();
        }

        private Object of(String method, Field field) throws ReflectiveOperationException {
            return type.getMethod(method, Field.class).invoke(unsafe, field);
        }
    }
}
