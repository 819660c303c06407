package io.github.pscsdk.plugin.cps.internal.pcsc;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Map;

/**
 * Brings a restarted PC/SC service to the JDK's notice. The JDK makes one context per JVM and keeps it for ever: after a restart of
 * the service (on Windows it stops by itself when the last reader is unplugged) every call fails until the program ends (JDK-8026326).
 *
 * <p>The way out is to forget that context, which is private to {@code sun.security.smartcardio.PCSCTerminals}: its number is set to
 * zero and its list of readers emptied, so that the next use begins anew. That package is not open to us, so it goes through {@code
 * sun.misc.Unsafe} of the module {@code jdk.unsupported}, reached by reflection since the compiler warns of every other way. Used
 * only after the service was lost; a JDK without it (the methods are due to go) makes {@link #forget} fail, and the person is asked
 * to restart the software. From JDK 24 on the first use prints a warning of the runtime's.
 */
final class PcscContext {
    private static final String HOLDER = "sun.security.smartcardio.PCSCTerminals";

    private PcscContext() {}

    /** Forgets the context. */
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
            put.invoke(unsafe, base(field), offset(field), 0L);
        }

        void clear(Field field) throws ReflectiveOperationException {
            Method get = type.getMethod("getObject", Object.class, long.class);
            ((Map<?, ?>) get.invoke(unsafe, base(field), offset(field))).clear();
        }

        private Object base(Field field) throws ReflectiveOperationException {
            return type.getMethod("staticFieldBase", Field.class).invoke(unsafe, field);
        }

        private Object offset(Field field) throws ReflectiveOperationException {
            return type.getMethod("staticFieldOffset", Field.class).invoke(unsafe, field);
        }
    }
}
