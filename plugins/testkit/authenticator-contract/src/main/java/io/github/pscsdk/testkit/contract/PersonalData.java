package io.github.pscsdk.testkit.contract;

import io.github.pscsdk.api.NationalId;
import io.github.pscsdk.api.NationalIdAnswer;
import io.github.pscsdk.spi.PersonDialog;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What a login by an authenticator brings to light, and its words must not: identifiers, one-time codes, secrets. */
final class PersonalData {
    private static final String RPPS = "8\\d{11}";

    private final Map<String, String> kinds = new ConcurrentHashMap<>();

    void identifiers(Collection<NationalId> ids) {
        ids.forEach(this::identifier);
    }

    /** Also without the digit that stands before each RPPS number. */
    void identifier(NationalId id) {
        kinds.put(id.value(), "the identifier of a person");
        if (id.value().matches(RPPS)) {
            kinds.put(id.value().substring(1), "an RPPS number");
        }
    }

    void secret(String value) {
        kinds.put(value, "the value of a secret setting");
    }

    /** The same dialog; its answers become personal data. */
    PersonDialog recorded(PersonDialog dialog) {
        return (PersonDialog) Proxy.newProxyInstance(
                PersonDialog.class.getClassLoader(),
                new Class<?>[] {PersonDialog.class},
                (proxy, method, arguments) -> {
                    try {
                        var answer = method.invoke(dialog, arguments);
                        if (answer instanceof Optional<?> given) {
                            given.ifPresent(this::answer);
                        }
                        return answer;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private void answer(Object given) {
        if (given instanceof char[] code) {
            kinds.put(new String(code), "a one-time code");
        } else if (given instanceof NationalIdAnswer typed) {
            identifier(typed.nationalId());
        }
    }

    /** What kind of personal data a text holds; never the data. */
    Optional<String> in(String text) {
        return kinds.entrySet().stream()
                .filter(each -> text.contains(each.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
