package io.github.pscsdk.spring;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.security.authorization.AuthorityAuthorizationDecision;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;

class SecurityEntryPointFilterTest {
    private static final FilterChain FOR_STAFF = (request, response) -> {
        throw new AuthorizationDeniedException(
                "a test", new AuthorityAuthorizationDecision(false, AuthorityUtils.createAuthorityList("ROLE_STAFF")));
    };

    @ParameterizedTest
    @EnumSource(
            value = DispatcherType.class,
            names = {"REQUEST", "ASYNC", "ERROR"})
    void a_page_of_others_is_known_as_such_by_whatever_dispatch_it_is_shown(DispatcherType dispatch) {
        var request = request(dispatch);
        var filter = new SecurityEntryPointFilter(SecurityContextHolder.getContextHolderStrategy());

        assertThrows(
                AuthorizationDeniedException.class,
                () -> filter.doFilter(request, none(HttpServletResponse.class), FOR_STAFF));

        assertFalse(SecurityEntryPointFilter.isForProfessionals(request));
    }

    private static HttpServletRequest request(DispatcherType dispatch) {
        var attributes = new HashMap<String, Object>();
        if (dispatch == DispatcherType.ERROR) {
            attributes.put(RequestDispatcher.ERROR_REQUEST_URI, "/elsewhere");
        }
        return new HttpServletRequestWrapper(none(HttpServletRequest.class)) {
            @Override
            public DispatcherType getDispatcherType() {
                return dispatch;
            }

            @Override
            public Object getAttribute(String name) {
                return attributes.get(name);
            }

            @Override
            public void setAttribute(String name, Object value) {
                attributes.put(name, value);
            }

            @Override
            public void removeAttribute(String name) {
                attributes.remove(name);
            }
        };
    }

    /** Answers nothing. */
    private static <T> T none(Class<T> type) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, given) -> null));
    }
}
