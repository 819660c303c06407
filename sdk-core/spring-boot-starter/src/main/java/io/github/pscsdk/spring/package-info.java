/**
 * Pro Santé Connect for any Spring Boot application on servlets: the settings {@code psc.*}, a {@link
 * io.github.pscsdk.relyingparty.RelyingParty}, the addresses under {@code /psc} and the session of whoever asks. It
 * knows neither the application nor what is declared in it, and gives way to every bean of its own.
 *
 * <p>An application takes a {@link io.github.pscsdk.relyingparty.session.PscSession} as parameter of a controller's
 * method, puts its {@link io.github.pscsdk.relyingparty.session.SessionId#formToken} into its forms, and shows its own
 * pages as {@link io.github.pscsdk.spring.PscPages}. Where Spring Security is, an open session is an {@code
 * Authentication} whose principal is the {@link io.github.pscsdk.api.professional.Professional}; {@link
 * io.github.pscsdk.spring.PscSecurity} brings that into a chain of the application's own. A class that names Spring
 * Security has {@code Security} in its own name, and is not loaded without it. Beans are safe for any thread; requests
 * block while Pro Santé Connect is asked.
 */
@NullMarked
package io.github.pscsdk.spring;

import org.jspecify.annotations.NullMarked;
