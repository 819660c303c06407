package io.github.pscsdk.proxy.internal.http;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import io.javalin.http.Context;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;

/** What Jetty has let go of throws at each touch; a failure of the handler of failures would come back to it for ever. */
class GoneCallerTest {
    @Test
    void a_failure_after_the_response_is_gone_ends_there() {
        var gone = context("", new IllegalStateException("recycled"));

        assertDoesNotThrow(() -> Failures.answer(gone, new IllegalStateException("late")));
    }

    @Test
    void a_failure_after_the_request_is_gone_ends_there() {
        var gone = context("statusCode", new NullPointerException("recycled"));

        assertDoesNotThrow(() -> Failures.answer(gone, new NullPointerException("late")));
    }

    private static Context context(String stillThere, RuntimeException failure) {
        return (Context) Proxy.newProxyInstance(
                GoneCallerTest.class.getClassLoader(), new Class<?>[] {Context.class}, (self, method, arguments) -> {
                    if (method.getName().equals(stillThere)) {
                        return 200;
                    }
                    throw failure;
                });
    }
}
