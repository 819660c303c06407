package io.github.pscsdk.spring;

import io.github.pscsdk.api.professional.Professional;
import io.github.pscsdk.relyingparty.internal.profile.Secrets;
import io.github.pscsdk.relyingparty.session.PscSession;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

/**
 * An open session, for Spring Security, by the {@link Professional}. Made for one request; a copy kept for another
 * would outlive the session.
 */
final class SecuritySession extends AbstractAuthenticationToken {
    static final String ROLE = "ROLE_PROFESSIONAL";

    private static final long serialVersionUID = 1L;

    private static final int NAME_LENGTH = 16;

    private final transient PscSession session;
    private final String name;

    SecuritySession(PscSession session) {
        super(AuthorityUtils.createAuthorityList(ROLE));
        this.session = session;
        // For logs, and whatever is filed under a name. Nothing computed from an identifier, since all of them can be
        // tried; and not the same for two people.
        this.name = "psc-"
                + Secrets.digest("name of a session" + session.id().value()).substring(0, NAME_LENGTH);
        setAuthenticated(true);
    }

    @Override
    public Professional getPrincipal() {
        return session.professional();
    }

    @Override
    public PscSession getDetails() {
        return session;
    }

    @Override
    public String getCredentials() {
        return "";
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SecuritySession that && session.equals(that.session);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return "SecuritySession[" + name + "]";
    }

    private void writeObject(ObjectOutputStream out) throws NotSerializableException {
        throw new NotSerializableException("a session is looked up for each request, and kept by none");
    }
}
