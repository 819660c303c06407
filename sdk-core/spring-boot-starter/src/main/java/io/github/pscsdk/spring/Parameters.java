package io.github.pscsdk.spring;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Reads one parameter of a request that anybody may have sent. */
final class Parameters {
    private Parameters() {}

    /** Its value; empty if there is none, or if the parameters cannot be read, say because they are too many. */
    static Optional<String> find(HttpServletRequest request, String name) {
        try {
            return Optional.ofNullable(request.getParameter(name));
        } catch (IllegalStateException unreadable) {
            // Servlet 6.1, ServletRequest.getParameter; its message may repeat what was sent.
            return Optional.empty();
        }
    }
}
