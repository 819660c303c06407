package io.github.pscsdk.example.santefr.json;

import io.github.pscsdk.example.declaration.json.MalformedJsonException;
import io.github.pscsdk.example.declaration.json.Members;
import java.util.Optional;
import java.util.Set;

/**
 * Where a secret is; exactly one of these.
 *
 * @param file the text of a file
 * @param variable an environment variable
 * @param value the secret itself
 */
public record SecretSource(Optional<String> file, Optional<String> variable, Optional<String> value) {
    private static final Set<String> MEMBERS = Set.of("file", "variable", "value");

    static Optional<SecretSource> of(Members owner, String name) throws MalformedJsonException {
        if (!owner.has(name)) {
            return Optional.empty();
        }
        var source = owner.object(name, MEMBERS);
        return Optional.of(new SecretSource(source.text("file"), source.text("variable"), source.text("value")));
    }

    /** Nothing. */
    @Override
    public String toString() {
        return "SecretSource[…]";
    }
}
