package io.github.pscsdk.example.desktop.handover;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;

/** Counts what is done to the disk and the network, and kills at one of the steps. For one thread. */
final class Steps {
    private final int last;
    private final Runnable kill;
    private int taken;

    Steps(int last, Runnable kill) {
        this.last = last;
        this.kill = kill;
    }

    void take() {
        taken++;
        if (taken == last) {
            kill.run();
        }
    }

    int taken() {
        return taken;
    }

    /** A connection with a step before and one after each statement. */
    Connection watched(Connection connection) {
        return view(Connection.class, (proxy, method, arguments) -> {
            var result = call(connection, method, arguments);
            return method.getName().equals("prepareStatement") ? watched((PreparedStatement) result) : result;
        });
    }

    private PreparedStatement watched(PreparedStatement statement) {
        return view(PreparedStatement.class, (proxy, method, arguments) -> {
            if (!method.getName().startsWith("execute")) {
                return call(statement, method, arguments);
            }
            take();
            var result = call(statement, method, arguments);
            take();
            return result;
        });
    }

    private static <T> T view(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static Object call(Object on, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(on, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
